import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { PalabreElement } from '/shared/element.js';
import { platformCurrency } from '/shared/money.js';
import { t } from '/shared/texts.js';
import { attempt } from '/shared/toast.js';

const AT_MOST = 20;

/** The sorts of tickets that are sold: `said` is what is typed now. One that is known already keeps its id. */
class TicketTypes extends PalabreElement {
  static properties = { types: { attribute: false }, rows: { state: true }, currency: { state: true } };

  #lastRow = 0;

  connectedCallback() {
    super.connectedCallback();
    this.rows = this.types.length ? this.types.map((type) => this.#row(type)) : [this.#row({})];
    this.currency = this.types[0]?.price.currency;
    if (!this.currency) attempt(async () => (this.currency = await platformCurrency()));
  }

  get said() {
    return this.rows.map(({ type, row }) => {
      const typed = (name) => this.querySelector(`#${name}-${row}`).value.trim();
      const price = { amount: typed('price').replace(',', '.'), currency: this.currency };
      return { ...(type.id && { id: type.id }), name: typed('type'), price, quota: Number(typed('quota')) };
    });
  }

  render() {
    return html`
      <ul class="ticket-types">
        ${repeat(this.rows, ({ row }) => row, (each) => this.#fields(each))}
      </ul>
      ${this.rows.length < AT_MOST
        ? html`<button type="button" class="link" @click=${this.#add}>${t('edit.add_type')}</button>`
        : nothing}
    `;
  }

  #fields({ type, row }) {
    return html`<li>
      ${this.#input(row, 'type', t('edit.type_name'), { value: type.name, maxlength: 100 })}
      ${this.#input(row, 'price', t('edit.price', { currency: this.currency }), {
        value: type.price?.amount,
        inputmode: 'decimal',
      })}
      ${this.#input(row, 'quota', t('edit.quota'), { value: type.quota, type: 'number', inputmode: 'numeric', min: 1 })}
      ${this.rows.length > 1
        ? html`<button type="button" class="quiet" @click=${() => this.#remove(row)}>${t('edit.remove_type')}</button>`
        : nothing}
    </li>`;
  }

  #input(row, name, label, { value = '', type = 'text', inputmode, min, maxlength }) {
    return html`<div class="field">
      <label for="${name}-${row}">${label}</label>
      <input
        id="${name}-${row}"
        type=${type}
        required
        .defaultValue=${String(value)}
        inputmode=${inputmode ?? nothing}
        min=${min ?? nothing}
        maxlength=${maxlength ?? nothing}
      />
    </div>`;
  }

  #row(type) {
    return { type, row: ++this.#lastRow };
  }

  async #add() {
    const added = this.#row({});
    this.rows = [...this.rows, added];
    await this.updateComplete;
    this.querySelector(`#type-${added.row}`).focus();
  }

  #remove(gone) {
    this.rows = this.rows.filter(({ row }) => row !== gone);
  }
}

customElements.define('ticket-types', TicketTypes);
