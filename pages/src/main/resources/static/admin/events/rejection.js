import { html, nothing } from 'lit';
import { PalabreElement } from '/shared/element.js';
import { Submission, textArea } from '/shared/form.js';
import { t } from '/shared/texts.js';

/** Asks why, for the organisers are told. */
class Rejection extends PalabreElement {
  static properties = { ids: { state: true } };

  #submission = new Submission(this, async ({ reason }) => {
    const { ids } = this;
    this.#dialog.close();
    this.tell('reasoned', { ids, reason });
  });

  constructor() {
    super();
    this.ids = null;
  }

  async show(ids) {
    this.ids = ids;
    this.#submission.reset();
    await this.updateComplete;
    this.#dialog.showModal();
  }

  /** That it was closed is told late: it may be open again by then. */
  #closed({ target }) {
    if (!target.open) this.ids = null;
  }

  render() {
    return html`<dialog aria-labelledby="rejection" @close=${this.#closed}>${this.ids ? this.#form() : nothing}</dialog>`;
  }

  #form() {
    return html`<form @submit=${this.#submission.submit}>
      <h2 id="rejection">${t('moderation.reject_many', { count: this.ids.length })}</h2>
      ${textArea(this.#submission, {
        name: 'reason',
        label: t('moderation.reason'),
        hint: t('moderation.reason_hint'),
        maxlength: 1000,
        required: true,
      })}
      <div class="actions">
        <button type="button" class="quiet" @click=${() => this.#dialog.close()}>${t('confirm.no')}</button>
        <button class="danger">${t('moderation.reject')}</button>
      </div>
    </form>`;
  }

  get #dialog() {
    return this.querySelector('dialog');
  }
}

customElements.define('gathering-rejection', Rejection);
