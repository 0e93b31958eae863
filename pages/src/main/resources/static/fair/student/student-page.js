import { html } from 'lit';
import { Refusal } from '/shared/api.js';
import { PalabreElement } from '/shared/element.js';
import { Live } from '/shared/live.js';
import '/shared/live-state.js';
import '/shared/masthead.js';
import { Rereading } from '/shared/rereading.js';
import { account, admitted, credentials, session } from '/shared/session.js';
import { t } from '/shared/texts.js';
import { attempt } from '/shared/toast.js';
import './company-search.js';
import './my-places.js';
import './my-status.js';
import './student-profile.js';

/** A proof counts within seconds, not at once, for a token already issued. */
const PROOF_COUNTS_WITHIN = 6;

class StudentPage extends PalabreElement {
  static properties = {
    student: { state: true },
    inscriptions: { state: true },
    stage: { state: true },
    problem: { state: true },
  };

  #live = null;
  #opportunities = new Map();
  #rereading = new Rereading(this, async () => {
    if (!this.student) return;
    const { results } = await account.get('/api/queues/opportunities', { page_size: 100 });
    this.#opportunities = new Map(results.map((inscription) => [inscription.id, inscription]));
  });

  constructor() {
    super();
    this.student = null;
    this.inscriptions = [];
    this.stage = 'loading';
    this.problem = null;
  }

  async connectedCallback() {
    super.connectedCallback();
    if (await admitted('student')) this.#enter();
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#live?.close();
  }

  get heading() {
    const called = this.student?.current_company;
    return called ? t('student.your_turn', { company: called.name }) : t('student.title');
  }

  render() {
    return html`
      <palabre-masthead></palabre-masthead>
      <main id="main" class="student">${this.#stage()}</main>
    `;
  }

  #stage() {
    if (this.stage === 'loading') return html`<p class="empty" role="status">${t('loading')}</p>`;
    if (this.stage === 'refused') return html`<p class="empty" role="alert">${this.problem}</p>`;
    if (this.stage === 'new') {
      return html`<student-profile
        .person=${session.user}
        @created=${({ detail }) => this.#arrive(detail)}
      ></student-profile>`;
    }
    return html`
      <my-status .student=${this.student} .live=${this.#live} @changed=${this.#changed}></my-status>
      <div class="columns">
        <my-places
          .inscriptions=${this.inscriptions}
          .opportunities=${this.#opportunities}
          .student=${this.student}
          @changed=${this.#changed}
        ></my-places>
        <company-search .inscriptions=${this.inscriptions} @changed=${this.#changed}></company-search>
      </div>
    `;
  }

  async #enter(patience = PROOF_COUNTS_WITHIN) {
    try {
      this.#arrive(await account.get('/api/students/me'));
    } catch (refusal) {
      if (refusal.status === 404) this.stage = 'new';
      else if (refusal.code === 'email_not_verified' && patience) setTimeout(() => this.#enter(patience - 1), 1000);
      else this.#refused(refusal);
    }
  }

  #refused(refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    this.problem = refusal.code === 'forbidden' ? t('student.not_a_student') : refusal.message;
    this.stage = 'refused';
  }

  #arrive(student) {
    this.student = student;
    this.stage = 'in';
    this.#live = new Live(credentials);
    this.#live.subscribe('student-queues', {}, (state) => this.#show(state));
    this.#rereading.soon();
  }

  #show({ student, inscriptions }) {
    const called = student.status === 'in_interview' && this.student.status !== 'in_interview';
    if (called) navigator.vibrate?.([200, 100, 200]);
    this.student = student;
    this.inscriptions = inscriptions;
    this.#rereading.soon();
  }

  /** The socket tells what changed; while it is down, the page reads again. */
  #changed() {
    if (this.#live.state === 'live') return;
    attempt(async () => {
      const [student, list] = await Promise.all([
        account.get('/api/students/me'),
        account.get('/api/queues', { page_size: 100 }),
      ]);
      this.#show({ student, inscriptions: list.results });
    });
  }
}

customElements.define('student-page', StudentPage);
