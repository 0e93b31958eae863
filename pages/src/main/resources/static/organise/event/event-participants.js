import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { PalabreElement } from '/shared/element.js';
import { Found } from '/shared/found.js';
import { nameOf } from '/shared/gathering.js';
import { portrait } from '/shared/portrait.js';
import { ago, named, t } from '/shared/texts.js';

const STATUSES = ['', 'confirmed', 'waitlisted'];

class EventParticipants extends PalabreElement {
  static properties = { gathering: { attribute: false } };

  #found;

  willUpdate(changes) {
    if (!changes.has('gathering')) return;
    if (this.#found) return this.#found.soon();
    this.#found = new Found(this, `/api/events/${this.gathering.id}/participants`);
    this.#found.ask();
  }

  render() {
    const { list } = this.#found;
    return html`<section aria-labelledby="participants">
      <header class="section-head">
        <h2 id="participants">${t('desk.participants')} <span class="count">${list?.count}</span></h2>
        ${this.#found.filter('status', t('desk.participants_by'), named('desk.participation', STATUSES))}
      </header>
      ${list?.results.length
        ? html`<ul class="rows">
            ${repeat(list.results, ({ user }) => user.id, (each) => this.#participant(each))}
          </ul>`
        : html`<p class="empty" role="status">${t(list ? 'desk.nobody' : 'loading')}</p>`}
      ${this.#found.pages}
    </section>`;
  }

  #participant({ user, status, place, joined_at }) {
    return html`<li>
      ${portrait(user, { size: 'small' })}
      <div>
        <p class="who">${nameOf(user)}</p>
        <p class="since">${ago(joined_at)}</p>
      </div>
      <span class="tag">${place ? t('desk.place', { place }) : t(`desk.participation.${status}`)}</span>
    </li>`;
  }
}

customElements.define('event-participants', EventParticipants);
