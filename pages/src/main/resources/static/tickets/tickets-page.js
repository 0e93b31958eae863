import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { AdmittedPage } from '/shared/admitted-page.js';
import { Found } from '/shared/found.js';
import { named, t } from '/shared/texts.js';
import './my-ticket.js';

const STATUSES = ['', 'valid', 'used', 'refunded'];

class TicketsPage extends AdmittedPage {
  look = 'my-tickets';

  #found = new Found(this, '/api/tickets');

  enter() {
    this.#found.ask();
  }

  get heading() {
    return t('tickets.title');
  }

  content() {
    const { list } = this.#found;
    return html`
      <header class="section-head">
        <h1>${t('tickets.title')} <span class="count">${list?.count}</span></h1>
        ${this.#found.filter('status', t('tickets.status'), named('tickets.statuses', STATUSES))}
      </header>
      ${list?.results.length
        ? html`<ul class="tickets">
            ${repeat(list.results, ({ id }) => id, (ticket) => html`<li><my-ticket .ticket=${ticket}></my-ticket></li>`)}
          </ul>`
        : html`<p class="empty" role="status">
            ${list ? html`${t('tickets.none')} <a href="/events">${t('events.title')}</a>` : t('loading')}
          </p>`}
      ${this.#found.pages}
    `;
  }
}

customElements.define('tickets-page', TicketsPage);
