import { html } from 'lit';
import { PalabreElement } from '/shared/element.js';
import { t } from '/shared/texts.js';
import { tokenIn } from './company-token.js';

class CompanyDoor extends PalabreElement {
  static properties = { problem: {} };

  render() {
    return html`
      <h1>${t('company.title')}</h1>
      <p class="lead">${t('company.door_lead')}</p>
      <form class="card" @submit=${this.#open}>
        <div class="field">
          <label for="token">${t('company.token')}</label>
          <textarea
            id="token"
            name="token"
            rows="3"
            required
            autocomplete="off"
            spellcheck="false"
            aria-describedby="token-hint"
            aria-invalid=${this.problem ? 'true' : 'false'}
          ></textarea>
          <p class="hint" id="token-hint">${t('company.token_hint')}</p>
        </div>
        ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : ''}
        <button class="primary wide">${t('company.open')}</button>
      </form>
    `;
  }

  #open(event) {
    event.preventDefault();
    const pasted = new FormData(event.target).get('token').trim();
    const token = tokenIn(pasted) ?? pasted;
    if (/^[!-~]+$/.test(token)) this.tell('token', token);
    else this.problem = t('company.bad_token');
  }
}

customElements.define('company-door', CompanyDoor);
