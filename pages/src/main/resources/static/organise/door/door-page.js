import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { AdmittedPage } from '/shared/admitted-page.js';
import { field, Submission } from '/shared/form.js';
import { nameOf } from '/shared/gathering.js';
import { Rereading } from '/shared/rereading.js';
import { account } from '/shared/session.js';
import { moment, t } from '/shared/texts.js';
import { toast } from '/shared/toast.js';
import { Watched } from '/shared/watched.js';
import { signal } from './signal.js';
import './ticket-scanner.js';

/** What becomes of a ticket that is not let in, by the code of its refusal. */
const TURNED_AWAY = { already_checked_in: 'used', ticket_refunded: 'refunded', not_found: 'unknown' };

/** Who came in by another door is told by no socket: it changes nothing of the gathering. */
const COUNTS_EVERY = 5000;

/** A camera exists on https and localhost only. */
const HAS_CAMERA = Boolean(navigator.mediaDevices);

/** Who is let in: a ticket's picture before the camera, or its code typed. */
class DoorPage extends AdmittedPage {
  static properties = { verdict: { state: true }, stats: { state: true } };

  look = 'door';

  #id = new URLSearchParams(location.search).get('id');
  #watched = new Watched(this);
  #rereading = new Rereading(
    this,
    async () => {
      this.stats = await account.get(`/api/events/${this.#id}/stats`);
    },
    { atLeastEvery: COUNTS_EVERY },
  );
  #submission = new Submission(this, async ({ code }, form) => {
    await this.#judge(code);
    form.reset();
    form.elements.code.focus();
  });

  enter() {
    this.#watched.watch('event', { id: this.#id }, () => this.#rereading.soon());
  }

  get heading() {
    return t('door.title');
  }

  content() {
    const { data: gathering, refusal } = this.#watched;
    if (refusal) return html`<p class="empty" role="alert">${refusal}</p>`;
    return html`
      <header>
        <p class="tag">
          ${gathering ? html`<a href="/organise/event?id=${gathering.id}">${gathering.title}</a>` : t('loading')}
        </p>
        <h1>${t('door.title')}</h1>
        ${this.stats
          ? html`<p class="lead">
              ${t('door.count', { count: this.stats.checked_in_count, sold: this.stats.tickets_sold })}
            </p>`
          : nothing}
      </header>
      <div class="verdict" role="status" aria-live="assertive" data-verdict=${this.verdict?.name ?? nothing}>
        ${this.verdict ? this.#verdict() : nothing}
      </div>
      ${HAS_CAMERA
        ? html`<ticket-scanner @scanned=${({ detail }) => this.#judge(detail).catch(this.#failed)}></ticket-scanner>`
        : nothing}
      <form @submit=${this.#submission.submit}>
        ${field(this.#submission, {
          name: 'code',
          label: t('door.code'),
          hint: t('door.code_hint'),
          autocomplete: 'off',
          autocapitalize: 'characters',
        })}
        ${this.#submission.alert}
        <button class="primary wide" ?disabled=${this.#submission.busy}>${t('door.check')}</button>
      </form>
    `;
  }

  /** Comes anew each time: the next one may be told the same. */
  #verdict() {
    const { name, text } = this.verdict;
    return keyed(
      this.verdict,
      html`<div>
        <p class="word">${t(`door.verdicts.${name}`)}</p>
        <p>${text}</p>
      </div>`,
    );
  }

  async #judge(code) {
    this.verdict = await this.#asked(code);
    signal(this.verdict.name === 'in');
    this.#rereading.soon();
  }

  async #asked(code) {
    try {
      const { ticket_type } = await account.post(`/api/events/${this.#id}/check-ins`, { code });
      return { name: 'in', text: ticket_type.name };
    } catch (refusal) {
      const name = TURNED_AWAY[refusal.code];
      if (!name) throw refusal;
      return { name, text: name === 'used' ? usedBefore(refusal.more) : t(`door.why.${name}`) };
    }
  }

  #failed = (refusal) => toast(refusal.message, 'refused');
}

function usedBefore({ checked_in_at, checked_in_by }) {
  return t('tickets.used_at', { moment: moment(checked_in_at), who: nameOf(checked_in_by ?? {}) });
}

customElements.define('door-page', DoorPage);
