import { html, nothing } from 'lit';
import { PalabreElement } from './element.js';
import { t } from './texts.js';

const PLACES = ['events', 'payments', 'plans'];

/** From one of the admins' pages to the next. */
class AdminTabs extends PalabreElement {
  render() {
    return html`<nav class="tabs" aria-label=${t('admin_tabs.title')}>
      ${PLACES.map((place) => {
        const current = location.pathname.startsWith(`/admin/${place}`);
        return html`<a class="button quiet" href="/admin/${place}" aria-current=${current ? 'page' : nothing}>
          ${t(`admin_tabs.${place}`)}
        </a>`;
      })}
    </nav>`;
  }
}

customElements.define('admin-tabs', AdminTabs);
