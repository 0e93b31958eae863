import { html, nothing } from 'lit';
import { Refusal } from '/shared/api.js';
import { PalabreElement } from '/shared/element.js';
import { nameOf, poster, priceFrom, seatsLeft } from '/shared/gathering.js';
import '/shared/live-state.js';
import '/shared/masthead.js';
import { account, session } from '/shared/session.js';
import { span, t } from '/shared/texts.js';
import { Watched } from '/shared/watched.js';
import './buy-tickets.js';
import './take-part.js';

/** One gathering. Whoever has signed in sees it change; everybody else, as it is whenever the page is looked at again. */
class EventPage extends PalabreElement {
  static properties = { gathering: { state: true }, problem: { state: true } };

  #watched = new Watched(this);
  #seenAgain = () => document.hidden || this.#watched.live?.state === 'live' || this.#read();

  connectedCallback() {
    super.connectedCallback();
    this.#read();
    document.addEventListener('visibilitychange', this.#seenAgain);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#seenAgain);
  }

  get heading() {
    return this.gathering?.title ?? t('events.title');
  }

  render() {
    return html`
      <palabre-masthead></palabre-masthead>
      <main id="main" class="event">${this.gathering ? this.#content(this.gathering) : this.#waiting()}</main>
    `;
  }

  #waiting() {
    return this.problem
      ? html`<p class="empty" role="alert">${this.problem}</p>
          <p><a href="/events">${t('event.all')}</a></p>`
      : html`<p class="empty" role="status">${t('loading')}</p>`;
  }

  #content(gathering) {
    return html`
      <header>
        <p class="tag"><a href="/events">${t('events.title')}</a> · ${gathering.category.name}</p>
        <h1>${gathering.title}</h1>
        ${gathering.short_description ? html`<p class="lead">${gathering.short_description}</p>` : nothing}
      </header>
      ${poster(gathering)}
      <aside class="card">
        ${this.#facts(gathering)}
        <p class="offer"><strong>${priceFrom(gathering)}</strong> ${seatsLeft(gathering)}</p>
        ${this.#part(gathering)}
        <p class="actions">
          <a href="/api/events/${gathering.id}/calendar.ics" download>${t('event.calendar')}</a>
          ${gathering.creator.id === session.user?.id
            ? html`<a href="/organise/event?id=${gathering.id}">${t('event.organise')}</a>`
            : nothing}
        </p>
      </aside>
      <section class="about" aria-label=${t('event.about')}>${gathering.description}</section>
      <footer class="since">
        ${t('event.views', { count: gathering.views_count })}
        ${this.#watched.live ? html`<palabre-live-state .live=${this.#watched.live}></palabre-live-state>` : nothing}
      </footer>
    `;
  }

  #facts({ starts_at, ends_at, venue, address, creator, participants_count }) {
    return html`<dl class="facts">
      <div><dt>${t('event.when')}</dt><dd>${span(starts_at, ends_at)}</dd></div>
      <div><dt>${t('event.where')}</dt><dd>${[venue, address].filter(Boolean).join(', ')}</dd></div>
      <div><dt>${t('event.who')}</dt><dd>${nameOf(creator)}</dd></div>
      <div><dt>${t('event.participants')}</dt><dd>${t('count', { count: participants_count })}</dd></div>
    </dl>`;
  }

  #part(gathering) {
    if (gathering.status !== 'approved') return html`<p class="notice">${t(`event.over.${gathering.status}`)}</p>`;
    return html`<div @changed=${({ detail }) => this.#show(detail)}>
      ${gathering.access === 'paid'
        ? html`<buy-tickets .gathering=${gathering}></buy-tickets>`
        : html`<take-part .gathering=${gathering}></take-part>`}
    </div>`;
  }

  /** Each reading is a view, so that what the socket tells must do as long as there is one. */
  async #read() {
    const id = new URLSearchParams(location.search).get('id') ?? '';
    try {
      this.#show(await account.get(`/api/events/${encodeURIComponent(id)}`));
      if (session.user && !this.#watched.live) {
        this.#watched.watch('event', { id: this.gathering.id }, (gathering) => this.#show(gathering));
      }
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      this.problem = refusal.status === 404 ? t('event.unknown') : refusal.message;
    }
  }

  /** The socket tells the same to everybody: whether one takes part oneself is kept. */
  #show(changes) {
    this.gathering = { ...this.gathering, ...changes };
  }
}

customElements.define('event-page', EventPage);
