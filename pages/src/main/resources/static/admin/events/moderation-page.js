import { html } from 'lit';
import '/shared/admin-tabs.js';
import { AdmittedPage } from '/shared/admitted-page.js';
import { t } from '/shared/texts.js';
import './category-list.js';
import './gathering-list.js';

class ModerationPage extends AdmittedPage {
  roleNeeded = 'admin';
  look = 'moderation';

  get heading() {
    return t('moderation.title');
  }

  content() {
    return html`
      <admin-tabs></admin-tabs>
      <gathering-list></gathering-list>
      <category-list></category-list>
    `;
  }
}

customElements.define('moderation-page', ModerationPage);
