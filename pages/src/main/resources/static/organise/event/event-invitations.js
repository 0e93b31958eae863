import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { PalabreElement } from '/shared/element.js';
import { nameOf } from '/shared/gathering.js';
import { portrait } from '/shared/portrait.js';
import { account } from '/shared/session.js';
import { t } from '/shared/texts.js';
import { attempt } from '/shared/toast.js';

const FOUND_AT_ONCE = 5;

/** People are found by name and invited one by one. */
class EventInvitations extends PalabreElement {
  static properties = { gathering: { attribute: false }, people: { state: true }, invited: { state: true } };

  constructor() {
    super();
    this.people = null;
    this.invited = new Set();
  }

  render() {
    return html`<section aria-labelledby="invitations">
      <h2 id="invitations">${t('desk.invitations')}</h2>
      <form class="section-head" role="search" @submit=${this.#find}>
        <input type="search" name="search" maxlength="200" required aria-label=${t('desk.find_people')}
          placeholder=${t('desk.find_people')} />
        <button class="secondary">${t('desk.find')}</button>
      </form>
      ${this.people?.length
        ? html`<ul class="rows">${repeat(this.people, ({ id }) => id, (person) => this.#person(person))}</ul>`
        : html`<p class="empty" role="status">${this.people ? t('people.none') : ''}</p>`}
    </section>`;
  }

  #person(person) {
    return html`<li>
      ${portrait(person, { size: 'small' })}
      <div><p class="who">${nameOf(person)}</p></div>
      ${this.invited.has(person.id)
        ? html`<span class="tag" role="status">${t('desk.invited')}</span>`
        : html`<button
            type="button"
            class="secondary"
            aria-label=${t('desk.of.invite', { name: nameOf(person) })}
            @click=${() => this.#invite(person)}
          >${t('desk.invite')}</button>`}
    </li>`;
  }

  #find(event) {
    event.preventDefault();
    const search = event.target.elements.search.value.trim();
    return attempt(async () => {
      this.people = (await account.get('/api/users', { search, page_size: FOUND_AT_ONCE })).results;
    });
  }

  async #invite({ id }) {
    await attempt(async () => {
      await account.post(`/api/events/${this.gathering.id}/invitations`, { user_ids: [id] });
      this.invited = new Set([...this.invited, id]);
    });
  }
}

customElements.define('event-invitations', EventInvitations);
