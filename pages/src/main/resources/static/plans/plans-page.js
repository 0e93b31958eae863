import { html, nothing } from 'lit';
import { anyone } from '/shared/api.js';
import { PalabreElement } from '/shared/element.js';
import '/shared/masthead.js';
import { features, priceOf } from '/shared/plan.js';
import { session, signInAddress } from '/shared/session.js';
import { t } from '/shared/texts.js';
import { attempt } from '/shared/toast.js';
import './my-subscription.js';
import './subscribe-dialog.js';

const ALL = 100;

class PlansPage extends PalabreElement {
  static properties = { plans: { state: true }, subscription: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    attempt(async () => (this.plans = (await anyone.get('/api/plans', { page_size: ALL })).results));
  }

  get heading() {
    return t('plans.title');
  }

  render() {
    return html`
      <palabre-masthead></palabre-masthead>
      <main id="main" class="plans">
        <header>
          <h1>${t('plans.title')}</h1>
          <p class="lead">${t('plans.lead')}</p>
        </header>
        ${session.user
          ? html`<my-subscription @told=${({ detail }) => (this.subscription = detail)}></my-subscription>`
          : nothing}
        ${this.plans?.length
          ? html`<ul class="offers">${this.plans.map((plan) => this.#plan(plan))}</ul>`
          : html`<p class="empty" role="status">${t(this.plans ? 'plans.none' : 'loading')}</p>`}
      </main>
      <subscribe-dialog @asked=${() => this.querySelector('my-subscription').read()}></subscribe-dialog>
    `;
  }

  #plan(plan) {
    return html`<li class="card">
      <h2>${plan.name}</h2>
      <p class="who">${priceOf(plan)}</p>
      ${features(plan)} ${this.#way(plan)}
    </li>`;
  }

  #way(plan) {
    if (!session.user) {
      return html`<a class="button secondary" href=${signInAddress()}>${t('plans.sign_in')}</a>`;
    }
    const mine = this.subscription?.plan.id === plan.id;
    return html`<button
      type="button"
      class="secondary"
      aria-haspopup="dialog"
      aria-label=${t('plans.of.choose', { name: plan.name })}
      @click=${() => this.querySelector('subscribe-dialog').show(plan)}
    >${t(mine ? 'plans.renew' : 'plans.choose')}</button>`;
  }
}

customElements.define('plans-page', PlansPage);
