import { html } from 'lit';
import { PalabreElement } from '/shared/element.js';
import { Live } from '/shared/live.js';
import '/shared/live-state.js';
import '/shared/masthead.js';
import { t } from '/shared/texts.js';
import { attempt } from '/shared/toast.js';
import './company-board.js';
import './company-door.js';
import { companyApi, credentials, takeFromAddress, token } from './company-token.js';
import './company-wall.js';

const onWall = new URLSearchParams(location.search).get('wall') === '1';

class CompanyPage extends PalabreElement {
  static properties = { board: { state: true }, opening: { state: true }, problem: { state: true } };

  #live = null;
  #addressed = () => takeFromAddress() && this.#enter();

  constructor() {
    super();
    this.board = null;
    this.opening = false;
    this.problem = null;
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('hashchange', this.#addressed);
    takeFromAddress();
    if (token.get()) this.#enter();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#addressed);
    this.#live?.close();
  }

  get heading() {
    return this.board?.company.name ?? t('company.title');
  }

  render() {
    if (!this.board) return this.#door();
    if (onWall) return html`<company-wall .board=${this.board} .live=${this.#live}></company-wall>`;
    return html`
      <palabre-masthead anonymous></palabre-masthead>
      <main id="main">
        <company-board
          .board=${this.board}
          .live=${this.#live}
          @changed=${this.#changed}
          @leave=${() => this.#leave(null)}
        ></company-board>
      </main>
    `;
  }

  #door() {
    return html`
      <palabre-masthead anonymous></palabre-masthead>
      <main id="main" class="door">
        ${this.opening
          ? html`<p class="empty" role="status">${t('loading')}</p>`
          : html`<company-door .problem=${this.problem} @token=${this.#given}></company-door>`}
      </main>
    `;
  }

  #given({ detail }) {
    token.set(detail);
    this.#enter();
  }

  async #enter() {
    this.#live?.close();
    this.opening = !this.board;
    try {
      this.board = await companyApi.get('/api/company/me');
      this.#watch();
    } catch (refusal) {
      if (refusal.status === 401) this.#leave(t('company.bad_token'));
      else this.problem = refusal.message;
    }
    this.opening = false;
  }

  #watch() {
    const live = (this.#live = new Live(credentials));
    live.subscribe('company-board', { company_id: this.board.company.id }, (board) => (this.board = board));
    live.addEventListener('state', () => live.state === 'refused' && this.#leave(t('company.token_died')));
    this.problem = null;
  }

  /** The socket tells what changed; while it is down, the board is read again. */
  #changed() {
    if (this.#live.state !== 'live') attempt(async () => (this.board = await companyApi.get('/api/company/me')));
  }

  #leave(problem) {
    this.#live?.close();
    token.forget();
    this.board = null;
    this.problem = problem;
  }
}

customElements.define('company-page', CompanyPage);
