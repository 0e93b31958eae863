import { html, nothing } from 'lit';
import { capacity, capacityFields } from '/shared/capacity.js';
import { PalabreElement } from '/shared/element.js';
import { Submission } from '/shared/form.js';
import { t } from '/shared/texts.js';
import { boardAddress, companyApi, token } from './company-token.js';

class CompanySettings extends PalabreElement {
  static properties = { company: { attribute: false }, shown: { state: true } };

  #submission = new Submission(this, async (fields) => {
    await companyApi.patch('/api/company/me', capacity(fields));
    this.tell('changed');
    this.#close();
  });

  open() {
    this.shown = this.company;
    this.#submission.reset();
    this.querySelector('dialog').showModal();
  }

  render() {
    return html`<dialog aria-labelledby="settings-title" @close=${() => (this.shown = null)}>
      ${this.shown ? this.#form() : nothing}
    </dialog>`;
  }

  #form() {
    return html`<form @submit=${this.#submission.submit}>
      <h2 id="settings-title">${t('board.settings')}</h2>
      ${capacityFields(this.#submission, this.shown)} ${this.#submission.alert}
      <p class="doors-out">
        <a href=${boardAddress(token.get(), { wall: true })} target="_blank" rel="noopener">${t('board.wall')}</a>
        <button type="button" class="link" @click=${() => this.tell('leave')}>${t('board.leave')}</button>
      </p>
      <div class="actions">
        <button type="button" class="quiet" @click=${this.#close}>${t('confirm.no')}</button>
        <button class="primary" ?disabled=${this.#submission.busy}>${t('save')}</button>
      </div>
    </form>`;
  }

  #close() {
    this.querySelector('dialog').close();
  }
}

customElements.define('company-settings', CompanySettings);
