import { html } from 'lit';
import { PalabreElement } from '/shared/element.js';
import { Live } from '/shared/live.js';
import '/shared/live-state.js';
import '/shared/masthead.js';
import { admitted, credentials, session } from '/shared/session.js';
import { t } from '/shared/texts.js';
import './company-cards.js';
import './fair-figures.js';
import './student-list.js';

class AdminPage extends PalabreElement {
  static properties = { fair: { state: true }, refused: { state: true } };

  #live = null;

  async connectedCallback() {
    super.connectedCallback();
    if (!(await admitted('admin'))) return;
    this.refused = !session.has('admin');
    if (!this.refused) this.#watch();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#live?.close();
  }

  get heading() {
    return t('admin.title');
  }

  render() {
    return html`
      <palabre-masthead></palabre-masthead>
      <main id="main" class="admin">
        <header class="page-head">
          <h1>${t('admin.title')}</h1>
          ${this.#live ? html`<palabre-live-state .live=${this.#live}></palabre-live-state>` : ''}
        </header>
        ${this.#content()}
      </main>
    `;
  }

  #content() {
    if (this.refused) return html`<p class="empty" role="alert">${t('admin.not_an_admin')}</p>`;
    if (!this.fair) return html`<p class="empty" role="status">${t('loading')}</p>`;
    return html`
      <fair-figures .fair=${this.fair}></fair-figures>
      <company-cards .boards=${this.fair.boards}></company-cards>
      <student-list .fair=${this.fair}></student-list>
    `;
  }

  #watch() {
    this.#live = new Live(credentials);
    this.#live.subscribe('fair-overview', {}, (fair) => (this.fair = fair));
    this.#live.addEventListener('state', () => (this.refused = this.#live.state === 'refused'));
  }
}

customElements.define('admin-page', AdminPage);
