import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import '/shared/admin-tabs.js';
import { AdmittedPage } from '/shared/admitted-page.js';
import { confirmed } from '/shared/confirm.js';
import { Found } from '/shared/found.js';
import { features, priceOf } from '/shared/plan.js';
import { account } from '/shared/session.js';
import { t } from '/shared/texts.js';
import { attempt } from '/shared/toast.js';
import './plan-form.js';

/** The plans that organisers may choose from. */
class OffersPage extends AdmittedPage {
  roleNeeded = 'admin';
  look = 'offers';

  #found = new Found(this, '/api/plans');

  enter() {
    this.#found.ask();
  }

  get heading() {
    return t('plans.title');
  }

  content() {
    const { list } = this.#found;
    return html`
      <admin-tabs></admin-tabs>
      <section aria-labelledby="plans">
        <header class="section-head">
          <h1 id="plans">${t('plans.title')} <span class="count">${list?.count}</span></h1>
          <button type="button" class="primary" aria-haspopup="dialog" @click=${() => this.#form.show({})}>
            ${t('offers.create')}
          </button>
        </header>
        ${list?.results.length
          ? html`<ul class="rows">${repeat(list.results, ({ id }) => id, (plan) => this.#plan(plan))}</ul>`
          : html`<p class="empty" role="status">${t(list ? 'plans.none' : 'loading')}</p>`}
        ${this.#found.pages}
      </section>
      <plan-form @saved=${() => this.#found.soon()}></plan-form>
    `;
  }

  #plan(plan) {
    const { name } = plan;
    return html`<li>
      <div>
        <p class="who">${name}</p>
        <p>${priceOf(plan)}</p>
        ${features(plan)}
      </div>
      <button
        type="button"
        class="link"
        aria-haspopup="dialog"
        aria-label=${t('offers.of.edit', { name })}
        @click=${() => this.#form.show(plan)}
      >${t('admin.edit')}</button>
      <button
        type="button"
        class="link grave"
        aria-label=${t('offers.of.withdraw', { name })}
        @click=${() => this.#withdraw(plan)}
      >${t('offers.withdraw')}</button>
    </li>`;
  }

  async #withdraw({ id, name }) {
    const agreed = await confirmed({
      question: t('offers.withdraw_question', { name }),
      consequence: t('offers.withdraw_consequence'),
      action: t('offers.withdraw'),
    });
    if (agreed && (await attempt(() => account.delete(`/api/admin/plans/${id}`)))) this.#found.soon();
  }

  get #form() {
    return this.querySelector('plan-form');
  }
}

customElements.define('offers-page', OffersPage);
