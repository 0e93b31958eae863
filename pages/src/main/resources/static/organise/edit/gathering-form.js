import { html, nothing } from 'lit';
import { categories, choicesOf } from '/shared/categories.js';
import { PalabreElement } from '/shared/element.js';
import { choice, field, group, Submission, textArea } from '/shared/form.js';
import { asInput, fromInput } from '/shared/local-time.js';
import { account } from '/shared/session.js';
import { named, t } from '/shared/texts.js';
import { attempt, toast } from '/shared/toast.js';
import './ticket-types.js';

const ACCESS = ['free', 'paid', 'invitation'];

/** All that an organiser says of a gathering, as a draft first or for decision at once. */
class GatheringForm extends PalabreElement {
  static properties = {
    gathering: { attribute: false },
    categories: { state: true },
    access: { state: true },
    point: { state: true },
  };

  #submission = new Submission(this, async ({ draft, ...typed }) => {
    const said = this.#said(typed);
    const { id } = this.gathering.id
      ? await account.patch(`/api/events/${this.gathering.id}`, this.#changes(said))
      : await account.post('/api/events', { ...said, draft: draft === 'true' });
    location.assign(`/organise/event?id=${id}`);
  });

  connectedCallback() {
    super.connectedCallback();
    const { access, latitude, longitude } = this.gathering;
    this.access = access ?? 'free';
    this.point = { latitude, longitude };
    attempt(async () => (this.categories = await categories()));
  }

  render() {
    if (!this.categories) return html`<p class="empty" role="status">${t('loading')}</p>`;
    const { id } = this.gathering;
    return html`<form @submit=${this.#submission.submit}>
      ${this.#words()} ${this.#when()} ${this.#where()} ${this.#seats()} ${this.#submission.alert}
      <div class="actions">
        ${id
          ? html`<button class="primary" ?disabled=${this.#submission.busy}>${t('save')}</button>
              <a class="button quiet" href="/organise/event?id=${id}">${t('confirm.no')}</a>`
          : html`<button class="primary" name="draft" value="false" ?disabled=${this.#submission.busy}>
                ${t('edit.submit')}
              </button>
              <button class="quiet" name="draft" value="true" ?disabled=${this.#submission.busy}>
                ${t('edit.keep_draft')}
              </button>`}
      </div>
      ${id ? nothing : html`<p class="hint">${t('edit.picture_later')}</p>`}
    </form>`;
  }

  #words() {
    const { title, short_description, description, category } = this.gathering;
    return html`
      ${this.#field('title', { value: title, maxlength: 200 })}
      ${choice(this.#submission, {
        name: 'category',
        label: t('edit.category'),
        choices: { ...(category ? {} : { '': t('edit.choose') }), ...choicesOf(this.categories) },
        value: category?.id,
        required: true,
      })}
      ${this.#field('short_description', {
        value: short_description,
        hint: t('edit.short_description_hint'),
        maxlength: 300,
        required: false,
      })}
      ${textArea(this.#submission, {
        name: 'description',
        label: t('edit.description'),
        value: description,
        maxlength: 10_000,
        rows: 8,
        required: true,
      })}
    `;
  }

  #when() {
    const { starts_at, ends_at } = this.gathering;
    return html`<div class="pair roomy">
      ${this.#field('starts_at', { type: 'datetime-local', value: asInput(starts_at) })}
      ${this.#field('ends_at', { type: 'datetime-local', value: asInput(ends_at) })}
    </div>`;
  }

  #where() {
    const { venue, address } = this.gathering;
    const degrees = { inputmode: 'decimal', required: false };
    return html`
      <div class="pair roomy">
        ${this.#field('venue', { value: venue, maxlength: 200 })}
        ${this.#field('address', { value: address, maxlength: 500, required: false })}
      </div>
      <div class="pair roomy">
        ${this.#field('latitude', { value: this.point.latitude, pattern: '-?[0-9]+([.,][0-9]+)?', ...degrees })}
        ${this.#field('longitude', { value: this.point.longitude, pattern: '-?[0-9]+([.,][0-9]+)?', ...degrees })}
      </div>
      <p class="actions">
        <button type="button" class="link" @click=${this.#locate}>${t('edit.here')}</button>
        <span class="hint">${t('edit.here_hint')}</span>
      </p>
    `;
  }

  #seats() {
    const { capacity, ticket_types } = this.gathering;
    const paid = this.access === 'paid';
    return html`
      <div class="pair roomy">
        ${choice(this.#submission, {
          name: 'access',
          label: t('edit.access'),
          choices: named('gathering.access', ACCESS),
          value: this.access,
          onChange: ({ target }) => (this.access = target.value),
        })}
        ${this.#field('capacity', {
          type: 'number',
          inputmode: 'numeric',
          value: capacity,
          min: 1,
          max: 1_000_000,
          required: !paid,
          hint: paid ? t('edit.capacity_hint') : undefined,
        })}
      </div>
      ${paid
        ? group(
            this.#submission,
            { name: 'ticket_types', legend: t('edit.ticket_types') },
            html`<ticket-types .types=${ticket_types ?? []}></ticket-types>`,
          )
        : nothing}
    `;
  }

  #field(name, more) {
    return field(this.#submission, { name, label: t(`edit.${name}`), ...more });
  }

  /** What was typed, as it is sent. */
  #said({ latitude, longitude, capacity, starts_at, ends_at, short_description, address, ...words }) {
    const { title, category, description, venue, access } = words;
    return {
      title,
      category,
      description,
      venue,
      access,
      short_description: short_description || null,
      address: address || null,
      starts_at: fromInput(starts_at),
      ends_at: fromInput(ends_at),
      latitude: number(latitude),
      longitude: number(longitude),
      capacity: number(capacity),
      ticket_types: this.querySelector('ticket-types')?.said ?? [],
    };
  }

  /** Only these are sent: a beginning that has passed meanwhile is no reason to refuse a new picture of the rest. */
  #changes(said) {
    const { category, starts_at, ends_at, ...before } = this.gathering;
    const was = {
      ...before,
      category: category.id,
      starts_at: fromInput(asInput(starts_at)),
      ends_at: fromInput(asInput(ends_at)),
      ticket_types: before.ticket_types.map(({ id, name, price, quota }) => ({ id, name, price, quota })),
    };
    const same = (name) => JSON.stringify(said[name] ?? null) === JSON.stringify(was[name] ?? null);
    const changed = Object.keys(said).filter((name) => !same(name));
    return Object.fromEntries(changed.map((name) => [name, said[name]]));
  }

  #locate() {
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => (this.point = { latitude: coords.latitude, longitude: coords.longitude }),
      () => toast(t('events.no_position'), 'refused'),
    );
  }
}

function number(text) {
  return text === '' ? null : Number(text.replace(',', '.'));
}

customElements.define('gathering-form', GatheringForm);
