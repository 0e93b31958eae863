import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { PalabreElement } from '/shared/element.js';
import { Found } from '/shared/found.js';
import { addressOf, nameOf, poster, priceFrom, seatsLeft } from '/shared/gathering.js';
import '/shared/masthead.js';
import { moment, t } from '/shared/texts.js';
import './gathering-filters.js';

class EventsPage extends PalabreElement {
  #found = new Found(this, '/api/events');

  connectedCallback() {
    super.connectedCallback();
    this.#found.ask();
  }

  get heading() {
    return t('events.title');
  }

  render() {
    const { list } = this.#found;
    return html`
      <palabre-masthead></palabre-masthead>
      <main id="main" class="events">
        <header class="section-head">
          <h1>${t('events.title')} <span class="count">${list?.count}</span></h1>
          ${this.#found.search(t('events.search'))}
        </header>
        <gathering-filters @asked=${({ detail }) => this.#found.ask(detail)}></gathering-filters>
        ${list?.results.length
          ? html`<ul class="gatherings">
              ${repeat(list.results, ({ id }) => id, (gathering) => html`<li>${this.#card(gathering)}</li>`)}
            </ul>`
          : html`<p class="empty" role="status">${t(list ? 'events.none' : 'loading')}</p>`}
        ${this.#found.pages}
      </main>
    `;
  }

  #card(gathering) {
    return html`<a href=${addressOf(gathering)}>
      ${poster(gathering)}
      <div>
        <p class="moment">${moment(gathering.starts_at)}</p>
        <h2>${gathering.title}</h2>
        <p class="since">${gathering.venue} · ${nameOf(gathering.creator)}</p>
        <p class="offer"><strong>${priceFrom(gathering)}</strong> ${seatsLeft(gathering)}</p>
      </div>
    </a>`;
  }
}

customElements.define('events-page', EventsPage);
