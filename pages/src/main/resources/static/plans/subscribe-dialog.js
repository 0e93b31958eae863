import { html, nothing } from 'lit';
import { PalabreElement } from '/shared/element.js';
import { Submission } from '/shared/form.js';
import { payerFields, providers } from '/shared/payer.js';
import { features, priceOf } from '/shared/plan.js';
import { account } from '/shared/session.js';
import { t } from '/shared/texts.js';
import { attempt } from '/shared/toast.js';

/** Pays for a plan. */
class SubscribeDialog extends PalabreElement {
  static properties = { plan: { state: true }, providers: { state: true } };

  #submission = new Submission(this, async (typed) => {
    await account.post('/api/subscriptions', { plan_id: this.plan.id, ...typed });
    this.#dialog.close();
    this.tell('asked');
  });

  constructor() {
    super();
    this.plan = null;
  }

  show(plan) {
    return attempt(async () => {
      this.providers = await providers();
      this.plan = plan;
      this.#submission.reset();
      await this.updateComplete;
      this.#dialog.showModal();
    });
  }

  /** That it was closed is told late: it may be open again by then. */
  #closed({ target }) {
    if (!target.open) this.plan = null;
  }

  render() {
    return html`<dialog aria-labelledby="plan-name" @close=${this.#closed}>
      ${this.plan ? this.#form(this.plan) : nothing}
    </dialog>`;
  }

  #form(plan) {
    return html`<form @submit=${this.#submission.submit}>
      <h2 id="plan-name">${plan.name}</h2>
      <p class="who">${priceOf(plan)}</p>
      ${features(plan)} ${payerFields(this.#submission, this.providers)} ${this.#submission.alert}
      <div class="actions">
        <button type="button" class="quiet" @click=${() => this.#dialog.close()}>${t('confirm.no')}</button>
        <button class="primary" ?disabled=${this.#submission.busy}>${t('plans.pay')}</button>
      </div>
    </form>`;
  }

  get #dialog() {
    return this.querySelector('dialog');
  }
}

customElements.define('subscribe-dialog', SubscribeDialog);
