import { html } from 'lit';
import { PalabreElement } from '/shared/element.js';
import { field, Submission } from '/shared/form.js';
import { passwordOwner } from '/shared/person-fields.js';
import { account } from '/shared/session.js';
import { t } from '/shared/texts.js';

const WHAT_GOES = ['profile', 'names', 'places', 'access'];

class MyFarewell extends PalabreElement {
  static properties = { user: { attribute: false }, asked: { state: true } };

  #submission = new Submission(this, async ({ password }) => {
    await account.delete('/api/users/me', { password });
    this.tell('gone');
  });

  render() {
    return html`
      <section aria-labelledby="farewell">
        <h2 id="farewell">${t('farewell.title')}</h2>
        <p class="lead">${t('farewell.lead')}</p>
        <div class="actions">
          <button type="button" class="quiet grave" aria-haspopup="dialog" @click=${this.#open}>
            ${t('farewell.begin')}
          </button>
        </div>
        <dialog aria-labelledby="farewell-question" @close=${this.#closed}>
          ${this.asked ? this.#question() : ''}
        </dialog>
      </section>
    `;
  }

  #question() {
    return html`<form @submit=${this.#submission.submit}>
      <h2 id="farewell-question">${t('farewell.question')}</h2>
      <p>${t('farewell.goes')}</p>
      <ul class="goes">
        ${WHAT_GOES.map((part) => html`<li>${t(`farewell.${part}`)}</li>`)}
      </ul>
      <p>${t('farewell.for_good')}</p>
      ${passwordOwner(this.user.email)}
      ${field(this.#submission, {
        name: 'password',
        label: t('person.password'),
        type: 'password',
        autocomplete: 'current-password',
      })}
      <label class="check">
        <input type="checkbox" required />
        <span>${t('farewell.agreed')}</span>
      </label>
      ${this.#submission.alert}
      <div class="actions">
        <button type="button" class="quiet" @click=${() => this.#dialog.close()}>${t('confirm.no')}</button>
        <button class="danger" ?disabled=${this.#submission.busy}>${t('farewell.action')}</button>
      </div>
    </form>`;
  }

  /** That it was closed is told late: it may be open again by then. */
  #closed({ target }) {
    this.asked = target.open;
  }

  async #open() {
    this.asked = true;
    this.#submission.reset();
    await this.updateComplete;
    this.#dialog.showModal();
  }

  get #dialog() {
    return this.querySelector('dialog');
  }
}

customElements.define('my-farewell', MyFarewell);
