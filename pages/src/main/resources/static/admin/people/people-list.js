import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { PalabreElement } from '/shared/element.js';
import { Found } from '/shared/found.js';
import { portrait } from '/shared/portrait.js';
import { named, t } from '/shared/texts.js';
import './person-card.js';

const STATUSES = ['', 'unverified', 'active', 'suspended'];
const ROLES = ['', 'admin', 'editor', 'student'];

class PeopleList extends PalabreElement {
  #found = new Found(this, '/api/admin/users');

  connectedCallback() {
    super.connectedCallback();
    this.#found.ask();
  }

  render() {
    const { list } = this.#found;
    return html`
      <section aria-labelledby="people">
        <header class="section-head">
          <h1 id="people">${t('people.title')} <span class="count">${list?.count}</span></h1>
          ${this.#found.search(t('people.search'))}
          ${this.#found.filter('status', t('people.status'), named('people.statuses', STATUSES))}
          ${this.#found.filter('role', t('people.role'), named('people.roles', ROLES))}
        </header>
        ${list?.results.length
          ? html`<ul class="rows">
              ${repeat(list.results, ({ id }) => id, (person) => this.#person(person))}
            </ul>`
          : html`<p class="empty" role="status">${t(list ? 'people.none' : 'loading')}</p>`}
        ${this.#found.pages}
      </section>
      <person-card @decided=${() => this.#found.soon()}></person-card>
    `;
  }

  #person(person) {
    const { first_name, last_name, email, status, roles, is_verified } = person;
    const standing = [t(`people.statuses.${status}`), ...roles.map((role) => t(`people.roles.${role}`))];
    return html`<li>
      ${portrait(person, { size: 'small' })}
      <div>
        <p class="who">
          ${last_name} ${first_name}
          ${is_verified ? html`<span class="verified">${t('people.verified')}</span>` : nothing}
        </p>
        <p class="since">${email}</p>
        <p class="tag" data-status=${status}>${standing.join(' · ')}</p>
      </div>
      <button
        type="button"
        class="quiet"
        aria-haspopup="dialog"
        aria-label=${t('people.of.open', { name: `${first_name} ${last_name}` })}
        @click=${() => this.querySelector('person-card').show(person)}
      >${t('people.open')}</button>
    </li>`;
  }
}

customElements.define('people-list', PeopleList);
