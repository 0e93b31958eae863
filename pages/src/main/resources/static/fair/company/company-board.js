import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { EveryQuarterMinute, minutesSince } from '/shared/clock.js';
import { PalabreElement } from '/shared/element.js';
import '/shared/live-state.js';
import { t } from '/shared/texts.js';
import { attempt } from '/shared/toast.js';
import './company-settings.js';
import { companyApi } from './company-token.js';

/** So that a second tap does not hit the row that has just moved under the finger. */
const REST = 500;

class CompanyBoard extends PalabreElement {
  static properties = { board: { attribute: false }, live: { attribute: false }, busy: { state: true } };

  constructor() {
    super();
    this.busy = false;
    new EveryQuarterMinute(this);
  }

  render() {
    const { company, slots, interviews, queue } = this.board;
    return html`
      <header class="board-head">
        <div>
          <h1>${company.name}</h1>
          <palabre-live-state .live=${this.live}></palabre-live-state>
        </div>
        ${this.#recruiting()}
        <button type="button" class="quiet" @click=${this.#openSettings}>${t('board.settings')}</button>
      </header>
      ${this.#figures()}
      <p class="hidden" role="status">
        ${t('board.spoken', { waiting: queue.length, interviewing: interviews.length })}
      </p>
      <div class="board">
        <section aria-labelledby="interviews">
          <h2 id="interviews">${t('board.interviews')} <span class="count">${slots.used} / ${slots.max}</span></h2>
          <div class="next">${this.#next()}</div>
          <ul class="interviews">
            ${repeat(interviews, ({ id }) => id, (interview) => this.#interview(interview))}
            ${Array.from({ length: Math.min(slots.max - slots.used, 3) }, () => this.#freeSlot())}
          </ul>
        </section>
        <section aria-labelledby="queue">
          <h2 id="queue">${t('board.queue')} <span class="count">${queue.length}</span></h2>
          ${queue.length
            ? html`<ol class="queue">${repeat(queue, ({ id }) => id, (place) => this.#place(place))}</ol>`
            : html`<p class="empty">${t('board.nobody')}</p>`}
        </section>
      </div>
      <company-settings .company=${company} @changed=${() => this.tell('changed')}></company-settings>
    `;
  }

  #recruiting() {
    const recruits = this.board.company.status === 'recruiting';
    return html`<button
      type="button"
      role="switch"
      aria-checked=${recruits}
      ?disabled=${this.busy}
      @click=${() => this.#change({ status: recruits ? 'paused' : 'recruiting' })}
    >${t(recruits ? 'board.recruiting' : 'board.paused')}</button>`;
  }

  #figures() {
    const { company, completed_count, average_minutes, queue } = this.board;
    const waiting = company.max_queue_size ? `${queue.length} / ${company.max_queue_size}` : queue.length;
    return html`<dl class="figures">
      <div><dt>${t('board.waiting')}</dt><dd>${waiting}</dd></div>
      <div><dt>${t('board.completed')}</dt><dd>${completed_count}</dd></div>
      <div>
        <dt>${t('board.average')}</dt>
        <dd>${average_minutes == null ? '–' : t('minutes', { count: average_minutes })}</dd>
      </div>
    </dl>`;
  }

  #interview({ id, student, started_at }) {
    const name = fullName(student);
    return html`<li data-inscription=${id}>
      <p class="who">${name}</p>
      <p class="since"><time datetime=${started_at}>${t('minutes', { count: minutesSince(started_at) })}</time></p>
      <div class="actions">
        ${this.#command(id, 'complete', 'primary', name)} ${this.#command(id, 'cancel', 'quiet', name)}
      </div>
    </li>`;
  }

  #freeSlot() {
    return html`<li class="free">${t('board.free_slot')}</li>`;
  }

  #next() {
    const first = this.board.queue.find(({ can_start }) => can_start);
    return html`<button
      type="button"
      class="accent wide"
      ?disabled=${this.busy || !first}
      @click=${() => this.#do(() => companyApi.post('/api/company/me/next'))}
    >
      <strong>${t('board.next')}</strong>
      <span>${first ? fullName(first.student) : this.#whyNobody()}</span>
    </button>`;
  }

  #whyNobody() {
    const { company, slots, queue } = this.board;
    if (company.status === 'paused') return t('board.why.paused');
    if (!queue.length) return t('board.nobody');
    return t(slots.used >= slots.max ? 'board.why.no_slot' : 'board.why.nobody_available');
  }

  #place({ id, position, student, student_status, can_start, waiting_since }) {
    const name = fullName(student);
    const away = student_status !== 'available';
    return html`<li data-inscription=${id} class=${away ? 'away' : ''}>
      <span class="position" aria-label=${t('board.position', { position })}>${position}</span>
      <div>
        <p class="who">${name}</p>
        <p class="since">
          ${away
            ? t(`board.away.${student_status}`)
            : t('board.waits', { count: minutesSince(waiting_since) })}
        </p>
      </div>
      ${away ? nothing : this.#command(id, 'start', 'secondary', name, !can_start)}
    </li>`;
  }

  #command(id, action, look, name, impossible = false) {
    return html`<button
      type="button"
      class=${look}
      aria-label=${t(`board.of.${action}`, { name })}
      ?disabled=${this.busy || impossible}
      @click=${() => this.#do(() => companyApi.post(`/api/company/me/queue/${id}/${action}`))}
    >${t(`board.${action}`)}</button>`;
  }

  #change(changes) {
    return this.#do(() => companyApi.patch('/api/company/me', changes));
  }

  async #do(action) {
    this.busy = true;
    await attempt(action);
    this.tell('changed');
    setTimeout(() => (this.busy = false), REST);
  }

  #openSettings() {
    this.querySelector('company-settings').open();
  }
}

export function fullName({ first_name, last_name }) {
  return `${first_name} ${last_name}`;
}

customElements.define('company-board', CompanyBoard);
