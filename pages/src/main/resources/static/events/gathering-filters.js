import { html, nothing } from 'lit';
import { categories, choicesOf } from '/shared/categories.js';
import { PalabreElement } from '/shared/element.js';
import { endOf, fromInput } from '/shared/local-time.js';
import { named, t } from '/shared/texts.js';
import { attempt, toast } from '/shared/toast.js';

const ACCESS = ['', 'free', 'paid', 'invitation'];
const ORDERINGS = ['', '-created_at', '-views', 'price'];

/** In kilometres. */
const DISTANCES = [5, 20, 50, 200];
const WITHIN = 50;

/** In degrees, about a hundred metres: near enough to find what is near, and no nearer. */
const DECIMALS = 3;

/** What one looks for besides words: tells what is to be asked. Where one is, is asked of the browser only by who wants it. */
class GatheringFilters extends PalabreElement {
  static properties = { categories: { state: true }, near: { state: true }, ordering: { state: true } };

  constructor() {
    super();
    this.categories = [];
    this.near = null;
    this.ordering = '';
  }

  connectedCallback() {
    super.connectedCallback();
    attempt(async () => (this.categories = await categories()));
  }

  render() {
    return html`
      <div class="filters" role="group" aria-label=${t('events.filters')}>
        ${this.#choice('category', { '': t('events.categories'), ...choicesOf(this.categories) })}
        ${this.#choice('access', named('events.access', ACCESS))}
        ${this.#date('starts_after', fromInput)} ${this.#date('starts_before', endOf)}
        ${this.#choice('ordering', this.#orderings(), this.ordering)}
        <button type="button" class="quiet" aria-pressed=${this.near !== null} @click=${this.#turnNear}>
          ${t('events.near')}
        </button>
        ${this.near ? this.#choice('radius_km', this.#distances(), String(WITHIN)) : nothing}
      </div>
    `;
  }

  #choice(name, choices, chosen = '') {
    return html`<select
      aria-label=${t(`events.by.${name}`)}
      @change=${({ target }) => this.#ask({ [name]: target.value })}
    >
      ${Object.entries(choices).map(
        ([value, text]) => html`<option value=${value} .selected=${value === chosen}>${text}</option>`,
      )}
    </select>`;
  }

  #date(name, read) {
    return html`<label>
      <span>${t(`events.by.${name}`)}</span>
      <input type="date" @change=${({ target }) => this.#ask({ [name]: read(target.value) })} />
    </label>`;
  }

  #orderings() {
    const names = { '': t('events.orderings.starts_at') };
    if (this.near) names.distance = t('events.orderings.distance');
    return { ...names, ...Object.fromEntries(ORDERINGS.slice(1).map((each) => [each, t(`events.orderings.${each}`)])) };
  }

  #distances() {
    return Object.fromEntries([...DISTANCES.map((count) => [count, t('events.within', { count })]), ['', t('events.anywhere')]]);
  }

  #turnNear() {
    if (this.near) return this.#look(null);
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => this.#look([coords.latitude, coords.longitude].map((degrees) => degrees.toFixed(DECIMALS)).join()),
      () => toast(t('events.no_position'), 'refused'),
    );
  }

  #look(near) {
    this.near = near;
    this.#ask({ near, radius_km: near && WITHIN, ordering: near ? 'distance' : '' });
  }

  #ask(wanted) {
    this.ordering = wanted.ordering ?? this.ordering;
    this.tell('asked', wanted);
  }
}

customElements.define('gathering-filters', GatheringFilters);
