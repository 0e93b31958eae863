import { html } from 'lit';
import { PalabreElement } from '/shared/element.js';
import { keep } from '/shared/keep.js';
import { t } from '/shared/texts.js';

class MyExport extends PalabreElement {
  static properties = { busy: { state: true } };

  render() {
    return html`
      <section aria-labelledby="export">
        <h2 id="export">${t('export.title')}</h2>
        <p class="lead">${t('export.lead')}</p>
        <div class="actions">
          <button type="button" class="secondary" ?disabled=${this.busy} @click=${this.#download}>
            ${t(this.busy ? 'export.preparing' : 'export.action')}
          </button>
        </div>
      </section>
    `;
  }

  async #download() {
    this.busy = true;
    await keep('/api/users/me/export', t('export.file'));
    this.busy = false;
  }
}

customElements.define('my-export', MyExport);
