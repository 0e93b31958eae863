import { html, nothing } from 'lit';
import { Refusal } from './api.js';

/** What happens between a form and the server: one call at a time, and every refusal next to its field. */
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
      await this.#action(Object.fromEntries(new FormData(form)), form);
      this.#become({ busy: false });
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      const known = Object.keys(refusal.errors).some((name) => form.elements[name]);
      this.#become({ busy: false, errors: refusal.errors, problem: known ? null : refusal.message });
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

export function field(submission, { name, label, hint, type = 'text', value = '', required = true, ...more }) {
  const wrong = submission.errors[name];
  const explained = [hint && `${name}-hint`, wrong && `${name}-error`].filter(Boolean).join(' ');
  return html`
    <div class="field">
      <label for=${name}>${label}</label>
      <input
        id=${name}
        name=${name}
        type=${type}
        .defaultValue=${String(value ?? '')}
        ?required=${required}
        autocomplete=${more.autocomplete ?? nothing}
        inputmode=${more.inputmode ?? nothing}
        minlength=${more.minlength ?? nothing}
        maxlength=${more.maxlength ?? nothing}
        min=${more.min ?? nothing}
        max=${more.max ?? nothing}
        pattern=${more.pattern ?? nothing}
        aria-invalid=${wrong ? 'true' : nothing}
        aria-describedby=${explained || nothing}
      />
      ${hint ? html`<p class="hint" id=${`${name}-hint`}>${hint}</p>` : nothing}
      ${wrong ? html`<p class="problem" id=${`${name}-error`}>${wrong.join(' ')}</p>` : nothing}
    </div>
  `;
}
