import { html, nothing } from 'lit';
import { PalabreElement } from '/shared/element.js';
import { choice, field, group, Submission } from '/shared/form.js';
import { platformCurrency } from '/shared/money.js';
import { inWords } from '/shared/plan.js';
import { account } from '/shared/session.js';
import { t } from '/shared/texts.js';
import { attempt } from '/shared/toast.js';

const PERIODS = ['P1M', 'P3M', 'P6M', 'P1Y'];

class PlanForm extends PalabreElement {
  static properties = { plan: { state: true } };

  #currency;

  #submission = new Submission(this, async ({ name, price, period, limit, percentage }) => {
    const wanted = {
      name,
      period,
      price: { amount: price.replace(',', '.'), currency: this.#currency },
      features: {
        paid_gatherings_per_month: limit === '' ? null : Number(limit),
        commission: String(Number((Number(percentage) / 100).toFixed(6))),
      },
    };
    const { id } = this.plan;
    await (id ? account.patch(`/api/admin/plans/${id}`, wanted) : account.post('/api/admin/plans', wanted));
    this.#dialog.close();
    this.tell('saved');
  });

  constructor() {
    super();
    this.plan = null;
  }

  show(plan) {
    return attempt(async () => {
      this.#currency = plan.price?.currency ?? (await platformCurrency());
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
    return html`<dialog aria-labelledby="plan-form" @close=${this.#closed}>
      ${this.plan ? this.#form(this.plan) : nothing}
    </dialog>`;
  }

  #form({ id, name, price, period, features }) {
    const periods = [...new Set([...PERIODS, period].filter(Boolean))];
    return html`<form @submit=${this.#submission.submit}>
      <h2 id="plan-form">${t(id ? 'offers.edit' : 'offers.create')}</h2>
      ${this.#field('name', { value: name, maxlength: 100 })}
      <div class="pair">
        ${this.#field('price', {
          label: t('edit.price', { currency: this.#currency }),
          value: price?.amount,
          inputmode: 'decimal',
        })}
        ${choice(this.#submission, {
          name: 'period',
          label: t('offers.period'),
          choices: Object.fromEntries(periods.map((each) => [each, inWords(each)])),
          value: period ?? PERIODS[0],
        })}
      </div>
      ${group(this.#submission, { name: 'features', legend: t('offers.features') }, this.#features(features))}
      ${this.#submission.alert}
      <div class="actions">
        <button type="button" class="quiet" @click=${() => this.#dialog.close()}>${t('confirm.no')}</button>
        <button class="primary" ?disabled=${this.#submission.busy}>${t('save')}</button>
      </div>
    </form>`;
  }

  #features({ paid_gatherings_per_month, commission } = {}) {
    return html`
      ${this.#field('limit', {
        value: paid_gatherings_per_month,
        type: 'number',
        inputmode: 'numeric',
        min: 0,
        required: false,
        hint: t('offers.limit_hint'),
      })}
      ${this.#field('percentage', {
        value: commission && hundredths(commission),
        type: 'number',
        inputmode: 'decimal',
        min: 0,
        max: 100,
        step: 'any',
      })}
    `;
  }

  #field(name, more) {
    return field(this.#submission, { name, label: t(`offers.${name}`), ...more });
  }

  get #dialog() {
    return this.querySelector('dialog');
  }
}

/** A part of one, in hundredths without the noise of binary fractions. */
function hundredths(part) {
  return Number((Number(part) * 100).toFixed(4));
}

customElements.define('plan-form', PlanForm);
