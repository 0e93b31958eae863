import { html, nothing } from 'lit';
import { Refusal } from './api.js';
import './reveal.js';
import { t } from './texts.js';

/** Refusals that speak of one field. */
const ABOUT = {
  email_taken: 'email',
  username_taken: 'username',
  telephone_taken: 'telephone',
  name_taken: 'name',
  invalid_code: 'code',
  sold_out: 'items',
  capacity_too_low: 'capacity',
};

/** What happens between a form and the server: one call at a time, and every refusal next to its field. What the button that was pressed says is sent along. */
export class Submission {
  busy = false;
  errors = {};
  problem = null;
  #host;
  #action;

  constructor(host, action) {
    this.#host = host;
    this.#action = action;
  }

  submit = async (event) => {
    event.preventDefault();
    if (this.busy) return;
    const form = event.target;
    this.#become({ busy: true, errors: {}, problem: null });
    try {
      await this.#action(Object.fromEntries(new FormData(form, event.submitter)), form);
      this.#become({ busy: false });
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      const errors = wrongFields(refusal, form);
      this.#become({ busy: false, errors, problem: summary(refusal, Object.keys(errors).length) });
      await this.#host.updateComplete;
      form.querySelector('[aria-invalid=true]')?.focus();
    }
  };

  get alert() {
    return this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing;
  }

  reset() {
    this.#become({ busy: false, errors: {}, problem: null });
  }

  #become(state) {
    Object.assign(this, state);
    this.#host.requestUpdate();
  }
}

/** A single wrong field speaks for itself. */
function summary({ message }, count) {
  if (count === 1) return null;
  return count ? t('form.wrong', { count }) : message;
}

function wrongFields({ code, message, errors }, form) {
  const all = code in ABOUT ? { [ABOUT[code]]: [message] } : errors;
  return Object.fromEntries(Object.entries(all).filter(([name]) => form.elements[name]));
}

export function field(submission, { type = 'text', value = '', required = true, ...more }) {
  const { name } = more;
  const secret = type === 'password';
  const input = html`<input
    id=${name}
    name=${name}
    type=${type}
    .defaultValue=${String(value ?? '')}
    ?required=${required}
    autocomplete=${more.autocomplete ?? nothing}
    autocapitalize=${more.autocapitalize ?? nothing}
    inputmode=${more.inputmode ?? nothing}
    minlength=${more.minlength ?? nothing}
    maxlength=${more.maxlength ?? nothing}
    min=${more.min ?? nothing}
    max=${more.max ?? nothing}
    step=${more.step ?? nothing}
    pattern=${more.pattern ?? nothing}
    aria-invalid=${submission.errors[name] ? 'true' : nothing}
    aria-describedby=${describedBy(submission, more)}
  />`;
  return framed(
    submission,
    more,
    secret ? html`<div class="secret">${input}<palabre-reveal .label=${more.label}></palabre-reveal></div>` : input,
  );
}

/** A field of several lines. */
export function textArea(submission, { value, required = false, rows = 4, ...more }) {
  const { name } = more;
  return framed(
    submission,
    more,
    html`<textarea
      id=${name}
      name=${name}
      rows=${rows}
      .defaultValue=${value ?? ''}
      ?required=${required}
      maxlength=${more.maxlength ?? nothing}
      aria-invalid=${submission.errors[name] ? 'true' : nothing}
      aria-describedby=${describedBy(submission, more)}
    ></textarea>`,
  );
}

/** One of some values. @param choices the values with their names. */
export function choice(submission, { choices, value = '', required = false, onChange, ...more }) {
  const { name } = more;
  return framed(
    submission,
    more,
    html`<select
      id=${name}
      name=${name}
      ?required=${required}
      aria-invalid=${submission.errors[name] ? 'true' : nothing}
      aria-describedby=${describedBy(submission, more)}
      @change=${onChange}
    >
      ${Object.entries(choices).map(
        ([each, text]) => html`<option value=${each} ?selected=${each === value}>${text}</option>`,
      )}
    </select>`,
  );
}

/** Several inputs that are sent, and refused, under one name. */
export function group(submission, { name, legend }, content) {
  const wrong = submission.errors[name];
  return html`<fieldset name=${name} tabindex="-1" aria-invalid=${wrong ? 'true' : nothing}>
    <legend>${legend}</legend>
    ${content} ${wrong ? html`<p class="problem">${wrong.join(' ')}</p>` : nothing}
  </fieldset>`;
}

function framed(submission, { name, label, hint }, input) {
  const wrong = submission.errors[name];
  return html`
    <div class="field">
      <label for=${name}>${label}</label>
      ${input}
      ${hint ? html`<p class="hint" id=${`${name}-hint`}>${hint}</p>` : nothing}
      ${wrong ? html`<p class="problem" id=${`${name}-error`}>${wrong.join(' ')}</p>` : nothing}
    </div>
  `;
}

function describedBy(submission, { name, hint }) {
  return [submission.errors[name] && `${name}-error`, hint && `${name}-hint`].filter(Boolean).join(' ') || nothing;
}
