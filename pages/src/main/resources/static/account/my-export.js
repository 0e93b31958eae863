import { html } from 'lit';
import { PalabreElement } from '/shared/element.js';
import { account } from '/shared/session.js';
import { t } from '/shared/texts.js';
import { attempt } from '/shared/toast.js';

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

  /** A link alone could not show who asks. */
  async #download() {
    this.busy = true;
    await attempt(async () => save(await account.download('/api/users/me/export'), t('export.file')));
    this.busy = false;
  }
}

function save(content, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

customElements.define('my-export', MyExport);
