import { html, nothing } from 'lit';
import { Awaited } from '/shared/awaited.js';
import { PalabreElement } from '/shared/element.js';
import { total } from '/shared/money.js';
import { wayToPay } from '/shared/payer.js';
import { account } from '/shared/session.js';
import { t, timeOfDay } from '/shared/texts.js';
import { attempt } from '/shared/toast.js';

/** An order on its way: followed until it is paid for, or over. */
class MyOrder extends PalabreElement {
  static properties = { order: { attribute: false }, failure: { state: true } };

  #awaited = new Awaited(
    this,
    () => this.#read(),
    ({ status }) => status !== 'pending',
  );

  connectedCallback() {
    super.connectedCallback();
    this.#awaited.follow();
  }

  render() {
    const order = this.#awaited.value;
    if (!order) return html`<p class="empty" role="status">${t('loading')}</p>`;
    return html`
      <section class="order" data-status=${order.status} aria-label=${t('order.title')}>
        <div role="status">
          <h2>${t(`order.${order.status}.title`)}</h2>
          <p>${this.failure ?? t(`order.${order.status}.text`, { time: timeOfDay(order.expires_at) })}</p>
        </div>
        <ul>
          ${order.items.map(({ ticket_type, quantity }) => html`<li>${quantity} × ${ticket_type.name}</li>`)}
        </ul>
        <p class="who">${total(order.items)}</p>
        ${order.status === 'pending' ? this.#pending(order) : this.#over(order)}
      </section>
    `;
  }

  #pending({ payment }) {
    return html`
      ${wayToPay(payment)}
      <button type="button" class="quiet wide" @click=${this.#cancel}>${t('order.cancel')}</button>
    `;
  }

  #over({ status }) {
    return html`
      ${status === 'confirmed'
        ? html`<a class="button primary wide" href="/tickets">${t('order.see')}</a>`
        : nothing}
      <button type="button" class="quiet wide" @click=${() => this.tell('done', status)}>
        ${t(status === 'confirmed' ? 'order.more' : 'order.again')}
      </button>
    `;
  }

  async #read() {
    const order = await account.get(`/api/orders/${this.order}`);
    if (order.status === 'failed') {
      const { failure } = await account.get(`/api/payments/${order.payment.id}`);
      if (failure) this.failure = t(`payer.failures.${failure}`);
    }
    return order;
  }

  async #cancel() {
    await attempt(() => account.delete(`/api/orders/${this.order}`));
    this.#awaited.follow();
  }
}

customElements.define('my-order', MyOrder);
