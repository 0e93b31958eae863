import { html, nothing } from 'lit';
import { boardAddress } from '/fair/company/company-token.js';
import { PalabreElement } from '/shared/element.js';
import { t } from '/shared/texts.js';
import { toast } from '/shared/toast.js';

class TokenOnce extends PalabreElement {
  static properties = { company: { state: true } };

  constructor() {
    super();
    this.company = null;
  }

  show(company) {
    this.company = company;
    this.querySelector('dialog').showModal();
  }

  render() {
    return html`<dialog aria-labelledby="token-title" @close=${() => (this.company = null)}>
      ${this.company ? this.#content(this.company) : nothing}
    </dialog>`;
  }

  #content({ name, access_token }) {
    return html`
      <h2 id="token-title">${t('token.title', { company: name })}</h2>
      <p>${t('token.once')}</p>
      ${this.#copyable('token-itself', t('company.token'), access_token)}
      ${this.#copyable('token-link', t('token.link'), boardAddress(access_token))}
      <div class="actions">
        <a class="button quiet" href=${boardAddress(access_token)} target="_blank" rel="noopener">${t('token.open')}</a>
        <button type="button" class="primary" @click=${() => this.querySelector('dialog').close()}>
          ${t('token.done')}
        </button>
      </div>
    `;
  }

  #copyable(id, label, value) {
    return html`<div class="field">
      <label for=${id}>${label}</label>
      <div class="copyable">
        <input id=${id} readonly .value=${value} @focus=${({ target }) => target.select()} />
        <button
          type="button"
          class="secondary"
          aria-label=${t('token.copy', { what: label })}
          @click=${() => this.#copy(id)}
        >${t('token.copy_short')}</button>
      </div>
    </div>`;
  }

  /** The clipboard proper exists on https and localhost only. */
  async #copy(id) {
    const input = this.querySelector(`#${id}`);
    input.select();
    if (navigator.clipboard) await navigator.clipboard.writeText(input.value);
    else document.execCommand('copy');
    toast(t('token.copied'));
  }
}

customElements.define('token-once', TokenOnce);
