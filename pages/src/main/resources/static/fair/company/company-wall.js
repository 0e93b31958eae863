import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { EveryQuarterMinute, minutesSince } from '/shared/clock.js';
import { PalabreElement } from '/shared/element.js';
import '/shared/live-state.js';
import { t } from '/shared/texts.js';
import { fullName } from './company-board.js';

const NEXT_SHOWN = 6;
const INTERVIEWS_SHOWN = 6;
const FEW = 2;
const LONG = 32;

class CompanyWall extends PalabreElement {
  static properties = { board: { attribute: false }, live: { attribute: false } };

  constructor() {
    super();
    new EveryQuarterMinute(this);
    const stayAwake = () => document.hidden || navigator.wakeLock?.request('screen').catch(() => {});
    document.addEventListener('visibilitychange', stayAwake);
    stayAwake();
  }

  render() {
    const { company, queue } = this.board;
    const interviews = [...this.board.interviews].sort(lastCalledFirst);
    return html`<main id="main" class="wall">
      <header>
        <h1 class=${company.name.length > LONG ? 'long' : ''}>${company.name}</h1>
        ${company.status === 'paused' ? html`<strong>${t('wall.paused')}</strong>` : nothing}
        <palabre-live-state .live=${this.live}></palabre-live-state>
      </header>
      <section class="now" aria-live="polite">
        <h2>${t('wall.now')}</h2>
        <ul class=${interviews.length <= FEW ? 'few' : ''}>
          ${repeat(
            interviews.slice(0, INTERVIEWS_SHOWN),
            ({ id }) => id,
            ({ id, student, started_at }) => html`<li data-inscription=${id}>
              <span>${fullName(student)}</span>
              <time datetime=${started_at}>${t('minutes', { count: minutesSince(started_at) })}</time>
            </li>`,
          )}
        </ul>
        ${interviews.length || company.status === 'paused'
          ? this.#more(interviews.length - INTERVIEWS_SHOWN)
          : html`<p>${t('wall.nobody')}</p>`}
      </section>
      <section class="soon">
        <h2>${t('wall.soon')} <span>${t('wall.waiting', { count: queue.length })}</span></h2>
        <ol>
          ${repeat(
            queue.slice(0, NEXT_SHOWN),
            ({ id }) => id,
            ({ id, position, student, student_status }) => html`<li
              data-inscription=${id}
              class=${student_status === 'available' ? '' : 'away'}
            >
              <span class="position">${position}</span><span>${fullName(student)}</span>
            </li>`,
          )}
        </ol>
      </section>
    </main>`;
  }

  #more(count) {
    return count > 0 ? html`<p class="more">${t('wall.more', { count })}</p>` : nothing;
  }
}

const lastCalledFirst = (a, b) => Date.parse(b.started_at) - Date.parse(a.started_at);

customElements.define('company-wall', CompanyWall);
