import { html, nothing } from 'lit';
import { capacity, capacityFields } from '/shared/capacity.js';
import { PalabreElement } from '/shared/element.js';
import { field, Submission } from '/shared/form.js';
import { account } from '/shared/session.js';
import { t } from '/shared/texts.js';

class CompanyForm extends PalabreElement {
  static properties = { company: { state: true } };

  constructor() {
    super();
    this.company = null;
  }

  #submission = new Submission(this, async ({ name, ...fields }) => {
    const wanted = { name, ...capacity(fields) };
    if (this.company.id) {
      await account.patch(`/api/admin/companies/${this.company.id}`, wanted);
      this.#close();
    } else {
      const created = await account.post('/api/admin/companies', wanted);
      this.#close();
      this.tell('token', created);
    }
  });

  create() {
    this.edit({});
  }

  edit(company) {
    this.company = company;
    this.#submission.reset();
    this.querySelector('dialog').showModal();
  }

  render() {
    return html`<dialog aria-labelledby="company-form-title" @close=${() => (this.company = null)}>
      ${this.company ? this.#form() : nothing}
    </dialog>`;
  }

  #form() {
    return html`<form @submit=${this.#submission.submit}>
      <h2 id="company-form-title">
        ${this.company.id ? t('admin.of.edit', { company: this.company.name }) : t('admin.create')}
      </h2>
      ${field(this.#submission, { name: 'name', label: t('admin.name'), maxlength: 100, value: this.company.name })}
      ${capacityFields(this.#submission, this.company)} ${this.#submission.alert}
      <div class="actions">
        <button type="button" class="quiet" @click=${this.#close}>${t('confirm.no')}</button>
        <button class="primary" ?disabled=${this.#submission.busy}>
          ${t(this.company.id ? 'save' : 'admin.create_action')}
        </button>
      </div>
    </form>`;
  }

  #close() {
    this.querySelector('dialog').close();
  }
}

customElements.define('company-form', CompanyForm);
