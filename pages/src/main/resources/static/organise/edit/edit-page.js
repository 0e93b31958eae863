import { html } from 'lit';
import { AdmittedPage } from '/shared/admitted-page.js';
import { t } from '/shared/texts.js';
import { Watched } from '/shared/watched.js';
import './gathering-form.js';

/** A gathering that is to be, or one that is to change: as it is when one begins, for nothing typed may vanish. */
class EditPage extends AdmittedPage {
  look = 'editing';

  #id = new URLSearchParams(location.search).get('id');
  #watched = new Watched(this);
  #begun = this.#id ? null : {};

  enter() {
    if (this.#id) this.#watched.watch('event', { id: this.#id }, (gathering) => (this.#begun ??= gathering));
  }

  get heading() {
    return t(this.#id ? 'edit.change' : 'organise.create');
  }

  content() {
    if (this.#watched.refusal) return html`<p class="empty" role="alert">${this.#watched.refusal}</p>`;
    return html`
      <h1>${this.heading}</h1>
      ${this.#begun
        ? html`<gathering-form .gathering=${this.#begun}></gathering-form>`
        : html`<p class="empty" role="status">${t('loading')}</p>`}
    `;
  }
}

customElements.define('edit-page', EditPage);
