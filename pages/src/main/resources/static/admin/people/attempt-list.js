import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { device } from '/shared/device.js';
import { PalabreElement } from '/shared/element.js';
import { Found } from '/shared/found.js';
import { ago, named, t } from '/shared/texts.js';

const OUTCOMES = ['', 'succeeded', 'invalid_credentials', 'account_suspended', 'too_many_requests'];

class AttemptList extends PalabreElement {
  #found = new Found(this, '/api/admin/login-attempts');

  connectedCallback() {
    super.connectedCallback();
    this.#found.ask();
  }

  render() {
    const { list } = this.#found;
    return html`
      <section aria-labelledby="attempts">
        <header class="section-head">
          <h2 id="attempts">${t('attempts.title')} <span class="count">${list?.count}</span></h2>
          ${this.#found.search(t('attempts.search'))}
          ${this.#found.filter('outcome', t('attempts.outcome'), named('attempts.outcomes', OUTCOMES))}
        </header>
        ${list?.results.length
          ? html`<ul class="rows">
              ${repeat(list.results, ({ id }) => id, (each) => this.#attempt(each))}
            </ul>`
          : html`<p class="empty" role="status">${t(list ? 'attempts.none' : 'loading')}</p>`}
        ${this.#found.pages}
      </section>
    `;
  }

  #attempt({ login, outcome, ip, user_agent, at }) {
    return html`<li>
      <div>
        <p class="who">${login}</p>
        <p class="since">${ago(at)} · ${ip} · ${device(user_agent)}</p>
      </div>
      <span class="tag" data-status=${outcome}>${t(`attempts.outcomes.${outcome}`)}</span>
    </li>`;
  }
}

customElements.define('attempt-list', AttemptList);
