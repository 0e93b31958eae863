import { html } from 'lit';
import { PalabreElement } from '/shared/element.js';
import '/shared/masthead.js';
import { admitted, session } from '/shared/session.js';
import { t } from '/shared/texts.js';
import './attempt-list.js';
import './people-list.js';

class PeoplePage extends PalabreElement {
  static properties = { stage: { state: true } };

  constructor() {
    super();
    this.stage = 'loading';
  }

  async connectedCallback() {
    super.connectedCallback();
    if (await admitted('admin')) this.stage = session.has('admin') ? 'in' : 'refused';
  }

  get heading() {
    return t('people.title');
  }

  render() {
    return html`
      <palabre-masthead></palabre-masthead>
      <main id="main" class="people">${this.#stage()}</main>
    `;
  }

  #stage() {
    if (this.stage === 'loading') return html`<p class="empty" role="status">${t('loading')}</p>`;
    if (this.stage === 'refused') return html`<p class="empty" role="alert">${t('admin.not_an_admin')}</p>`;
    return html`
      <people-list></people-list>
      <attempt-list></attempt-list>
    `;
  }
}

customElements.define('people-page', PeoplePage);
