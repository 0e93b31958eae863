import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { AdmittedPage } from '/shared/admitted-page.js';
import { Found } from '/shared/found.js';
import { poster, priceFrom } from '/shared/gathering.js';
import { session } from '/shared/session.js';
import { moment, t } from '/shared/texts.js';

const STATUSES = ['approved', 'pending', 'draft', 'rejected', 'completed', 'cancelled'];

class OrganisePage extends AdmittedPage {
  static properties = { status: { state: true } };

  look = 'organise';

  #found = new Found(this, '/api/events');

  constructor() {
    super();
    this.status = new URLSearchParams(location.search).get('status') ?? 'approved';
  }

  enter() {
    this.#choose(this.status);
  }

  get heading() {
    return t('organise.title');
  }

  content() {
    const { list } = this.#found;
    return html`
      <header class="section-head">
        <h1>${t('organise.title')} <span class="count">${list?.count}</span></h1>
        <a href="/plans">${t('plans.title')}</a>
        <a class="button primary" href="/organise/edit">${t('organise.create')}</a>
      </header>
      <div class="tabs" role="group" aria-label=${t('organise.status')}>
        ${STATUSES.map(
          (status) => html`<button
            type="button"
            class="quiet"
            aria-pressed=${status === this.status}
            @click=${() => this.#choose(status)}
          >${t(`gathering.status.${status}`)}</button>`,
        )}
      </div>
      ${list?.results.length
        ? html`<ul class="mine-to-run">
            ${repeat(list.results, ({ id }) => id, (gathering) => html`<li>${this.#gathering(gathering)}</li>`)}
          </ul>`
        : html`<p class="empty" role="status">${t(list ? 'organise.none' : 'loading')}</p>`}
      ${this.#found.pages}
    `;
  }

  #gathering(gathering) {
    const { id, title, starts_at, venue, participants_count, seats_left } = gathering;
    return html`<a href="/organise/event?id=${id}">
      ${poster(gathering)}
      <div>
        <p class="moment">${moment(starts_at)}</p>
        <h2>${title}</h2>
        <p class="since">${venue} · ${priceFrom(gathering)}</p>
        <p class="since">
          ${t('organise.coming', { count: participants_count })} · ${t('gathering.seats_left', { count: seats_left })}
        </p>
      </div>
    </a>`;
  }

  #choose(status) {
    this.status = status;
    this.#found.ask({ creator: session.user.id, status });
  }
}

customElements.define('organise-page', OrganisePage);
