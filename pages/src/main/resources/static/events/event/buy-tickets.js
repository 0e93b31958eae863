import { html, nothing } from 'lit';
import { PalabreElement } from '/shared/element.js';
import { group, Submission } from '/shared/form.js';
import { money, total } from '/shared/money.js';
import { payerFields, providers } from '/shared/payer.js';
import { account, session, signInAddress } from '/shared/session.js';
import { t } from '/shared/texts.js';
import { attempt } from '/shared/toast.js';
import './my-order.js';

const AT_MOST = 10;

/** Tickets of a gathering, and the order for them. The address of the page keeps the order, for who loads it again. */
class BuyTickets extends PalabreElement {
  static properties = {
    gathering: { attribute: false },
    providers: { state: true },
    quantities: { state: true },
    order: { state: true },
  };

  #submission = new Submission(this, async ({ provider, telephone }) => {
    const items = this.#chosen.map(({ id, quantity }) => ({ ticket_type: id, quantity }));
    const { id } = await account.post(`/api/events/${this.gathering.id}/orders`, { items, provider, telephone });
    this.#remember(id);
  });

  constructor() {
    super();
    this.providers = [];
    this.quantities = {};
    this.order = new URLSearchParams(location.search).get('order');
  }

  connectedCallback() {
    super.connectedCallback();
    attempt(async () => (this.providers = await providers()));
  }

  render() {
    if (session.user && this.order) {
      return html`<my-order .order=${this.order} @done=${({ detail }) => this.#goOn(detail)}></my-order>`;
    }
    return html`
      ${this.gathering.is_participating
        ? html`<p class="notice">${t('buy.has')} <a href="/tickets">${t('tickets.title')}</a></p>`
        : nothing}
      ${session.user ? this.#form() : this.#types()}
    `;
  }

  #types() {
    return html`
      <ul class="types">
        ${this.gathering.ticket_types.map((type) => html`<li>${this.#type(type)}</li>`)}
      </ul>
      <a class="button primary wide" href=${signInAddress()}>${t('buy.sign_in')}</a>
    `;
  }

  #type({ name, price, left }) {
    return html`<span>
      <span class="who">${name}</span>
      <span class="since">${money(price)} · ${t('gathering.seats_left', { count: left })}</span>
    </span>`;
  }

  #form() {
    const chosen = this.#chosen;
    return html`<form @submit=${this.#submission.submit}>
      ${group(this.#submission, { name: 'items', legend: t('buy.tickets') }, this.#quantities())}
      ${chosen.length ? payerFields(this.#submission, this.providers) : nothing} ${this.#submission.alert}
      <button class="primary wide" ?disabled=${this.#submission.busy || !chosen.length}>
        ${chosen.length ? t('buy.pay', { total: total(chosen) }) : t('buy.choose')}
      </button>
    </form>`;
  }

  #quantities() {
    return html`<ul class="types">
      ${this.gathering.ticket_types.map(
        (type) => html`<li>
          <label for=${type.id}>${this.#type(type)}</label>
          <select id=${type.id} ?disabled=${!type.left} @change=${({ target }) => this.#choose(type, target.value)}>
            ${Array.from(
              { length: Math.min(AT_MOST, type.left) + 1 },
              (_, count) => html`<option .selected=${count === this.#quantity(type)}>${count}</option>`,
            )}
          </select>
        </li>`,
      )}
    </ul>`;
  }

  #goOn(status) {
    if (status === 'confirmed') this.tell('changed', { is_participating: true });
    this.#remember(null);
  }

  get #chosen() {
    return this.gathering.ticket_types
      .map((type) => ({ ...type, quantity: this.#quantity(type) }))
      .filter(({ quantity }) => quantity);
  }

  /** Others may have been faster since it was chosen. */
  #quantity({ id, left }) {
    return Math.min(this.quantities[id] ?? 0, left);
  }

  #choose({ id }, quantity) {
    this.quantities = { ...this.quantities, [id]: Number(quantity) };
  }

  #remember(order) {
    const address = new URL(location);
    if (order) address.searchParams.set('order', order);
    else address.searchParams.delete('order');
    history.replaceState(null, '', address);
    this.order = order;
    this.quantities = {};
  }
}

customElements.define('buy-tickets', BuyTickets);
