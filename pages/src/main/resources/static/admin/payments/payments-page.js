import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import '/shared/admin-tabs.js';
import { AdmittedPage } from '/shared/admitted-page.js';
import { confirmed } from '/shared/confirm.js';
import { Found } from '/shared/found.js';
import { nameOf } from '/shared/gathering.js';
import { money } from '/shared/money.js';
import { account } from '/shared/session.js';
import { moment, named, t } from '/shared/texts.js';
import { attempt, toast } from '/shared/toast.js';

const CALLS = { refund: 'refund', given_back: 'refund/confirm', settled: 'trouble/settle' };
const STATUSES = ['', 'pending', 'succeeded', 'failed', 'expired', 'refunded'];
const PROVIDERS = ['', 'sandbox', 'orange_money', 'mtn_momo', 'moov_money'];
const PURPOSES = ['', 'order', 'subscription'];

/** What an admin can do about a payment, if anything: give its money back, or say that it was done or settled by hand. */
function wayOut({ status, trouble }) {
  if (trouble) return trouble === 'no_refund' ? 'given_back' : 'settled';
  return status === 'succeeded' ? 'refund' : null;
}

/** All money that was asked for, and what is to be done about it. */
class PaymentsPage extends AdmittedPage {
  roleNeeded = 'admin';
  look = 'payments';

  #found = new Found(this, '/api/admin/payments');

  enter() {
    this.#found.ask();
  }

  get heading() {
    return t('payments.title');
  }

  content() {
    const { list } = this.#found;
    return html`
      <admin-tabs></admin-tabs>
      <section aria-labelledby="payments">
        <header class="section-head">
          <h1 id="payments">${t('payments.title')} <span class="count">${list?.count}</span></h1>
          ${this.#found.filter('status', t('payments.status'), named('payments.statuses', STATUSES))}
          ${this.#found.filter('provider', t('payer.provider'), named('payments.providers', PROVIDERS))}
          ${this.#found.filter('purpose', t('payments.purpose'), named('payments.purposes', PURPOSES))}
          ${this.#found.filter('needs_help', t('payments.help'), {
            '': t('payments.all'),
            true: t('payments.needs_help'),
          })}
        </header>
        ${list?.results.length
          ? html`<ul class="rows">
              ${repeat(list.results, ({ id }) => id, (payment) => this.#payment(payment))}
            </ul>`
          : html`<p class="empty" role="status">${t(list ? 'payments.none' : 'loading')}</p>`}
        ${this.#found.pages}
      </section>
    `;
  }

  #payment(payment) {
    const way = wayOut(payment);
    const { payer, amount, provider, purpose, status, failure, trouble, reference, created_at } = payment;
    return html`<li>
      <div>
        <p class="who">${money(amount)} · ${nameOf(payer)}</p>
        <p class="since">
          ${moment(created_at)} · ${t(`payments.providers.${provider}`)} · ${t(`payments.purposes.${purpose}`)}
        </p>
        <p class="since">${reference}</p>
        ${trouble ? html`<p class="problem">${t(`payments.troubles.${trouble}`)}</p>` : nothing}
      </div>
      <span class="tag" data-status=${status}>
        ${t(`payments.statuses.${status}`)}
        ${failure && !trouble ? html`<br />${t(`payer.failures.${failure}`)}` : nothing}
      </span>
      ${way ? this.#action(payment, way) : nothing}
    </li>`;
  }

  #action(payment, way) {
    const { amount, payer } = payment;
    return html`<button
      type="button"
      class="quiet"
      aria-label=${t(`payments.of.${way}`, { amount: money(amount), name: nameOf(payer) })}
      @click=${() => this.#take(payment, way)}
    >${t(`payments.${way}.action`)}</button>`;
  }

  async #take({ id, amount, payer, trouble }, way) {
    const agreed = await confirmed({
      question: t(`payments.${way}.question`, { amount: money(amount), name: nameOf(payer) }),
      consequence: t(`payments.${way}.consequence`),
      action: t(`payments.${way}.action`),
    });
    const call = () => account.post(`/api/admin/payments/${id}/${CALLS[way]}`, way === 'settled' ? { trouble } : undefined);
    if (!agreed || !(await attempt(call))) return;
    toast(t(`payments.${way}.done`));
    this.#found.soon();
  }
}

customElements.define('payments-page', PaymentsPage);
