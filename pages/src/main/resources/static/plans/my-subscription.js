import { html, nothing } from 'lit';
import { Awaited } from '/shared/awaited.js';
import { confirmed } from '/shared/confirm.js';
import { PalabreElement } from '/shared/element.js';
import { wayToPay } from '/shared/payer.js';
import { features, priceOf } from '/shared/plan.js';
import { account } from '/shared/session.js';
import { day, t } from '/shared/texts.js';
import { attempt, toast } from '/shared/toast.js';

const WEEK = 7 * 24 * 60 * 60 * 1000;

/** Which plan one has, if any, and how it stands; a payment on its way is followed. */
class MySubscription extends PalabreElement {
  #awaited = new Awaited(
    this,
    () => this.#read(),
    ({ payment }) => payment.status !== 'pending',
  );

  connectedCallback() {
    super.connectedCallback();
    this.read();
  }

  read() {
    return this.#awaited.follow();
  }

  render() {
    const subscription = this.#awaited.value;
    if (!subscription) return nothing;
    const { plan, status, current_period_end, cancel_at_period_end, payment, renewable } = subscription;
    const lasts = ['active', 'past_due'].includes(status);
    return html`<section class="card" aria-labelledby="mine">
      <h2 id="mine">${t('subscription.title', { name: plan.name })}</h2>
      <p role="status"><strong>${t(`subscription.statuses.${status}`)}</strong></p>
      <p class="since">${priceOf(plan)}</p>
      ${features(plan)}
      ${current_period_end
        ? html`<p>
            ${t(cancel_at_period_end ? 'subscription.ends' : 'subscription.until', { day: day(current_period_end) })}
          </p>`
        : nothing}
      ${renewable
        ? html`<p class="notice">
            ${t(`subscription.renewable.${status}`, { day: day(Date.parse(current_period_end) + WEEK) })}
          </p>`
        : nothing}
      ${payment.status === 'pending'
        ? html`<p class="notice">${t('subscription.paying')}</p>
            ${wayToPay(payment)}`
        : nothing}
      ${lasts && !cancel_at_period_end
        ? html`<div class="actions">
            <button type="button" class="quiet grave" @click=${this.#cancel}>${t('subscription.cancel')}</button>
          </div>`
        : nothing}
    </section>`;
  }

  async #read() {
    const subscription = await account.get('/api/subscriptions/current');
    this.tell('told', subscription);
    return { ...subscription, renewable: await this.#renewable(subscription) };
  }

  /** Whether the next period can be paid, and is not: its payment would have been asked for since that is so. */
  async #renewable({ status, current_period_start, current_period_end, cancel_at_period_end, payment }) {
    if (payment.status === 'pending') return false;
    if (status !== 'active') return status === 'past_due';
    const since = Math.max(Date.parse(current_period_end) - WEEK, Date.parse(current_period_start));
    if (cancel_at_period_end || Date.now() < since) return false;
    const last = await account.get(`/api/payments/${payment.id}`);
    return last.status !== 'succeeded' || Date.parse(last.created_at) < since;
  }

  async #cancel() {
    const agreed = await confirmed({
      question: t('subscription.cancel_question'),
      consequence: t('subscription.cancel_consequence'),
      action: t('subscription.cancel'),
    });
    if (!agreed || !(await attempt(() => account.post('/api/subscriptions/current/cancel')))) return;
    toast(t('subscription.is_cancelled'));
    this.read();
  }
}

customElements.define('my-subscription', MySubscription);
