import { html } from 'lit';
import { AdmittedPage } from '/shared/admitted-page.js';
import { t } from '/shared/texts.js';
import './attempt-list.js';
import './people-list.js';

class PeoplePage extends AdmittedPage {
  roleNeeded = 'admin';
  look = 'people';

  get heading() {
    return t('people.title');
  }

  content() {
    return html`
      <people-list></people-list>
      <attempt-list></attempt-list>
    `;
  }
}

customElements.define('people-page', PeoplePage);
