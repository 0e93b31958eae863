import { html, nothing } from 'lit';
import { AdmittedPage } from '/shared/admitted-page.js';
import { confirmed } from '/shared/confirm.js';
import { addressOf } from '/shared/gathering.js';
import '/shared/live-state.js';
import { account, session } from '/shared/session.js';
import { span, t } from '/shared/texts.js';
import { attempt, toast } from '/shared/toast.js';
import { Watched } from '/shared/watched.js';
import './event-figures.js';
import './event-invitations.js';
import './event-participants.js';
import './event-picture.js';

const ENDED = ['completed', 'cancelled'];

/** All that an organiser does for one gathering. */
class DeskPage extends AdmittedPage {
  look = 'desk';

  #watched = new Watched(this);

  enter() {
    this.#watched.watch('event', { id: new URLSearchParams(location.search).get('id') });
  }

  get heading() {
    return this.#watched.data?.title ?? t('organise.title');
  }

  content() {
    const { data: gathering, refusal, live } = this.#watched;
    if (refusal) return html`<p class="empty" role="alert">${refusal}</p>`;
    if (!gathering) return html`<p class="empty" role="status">${t('loading')}</p>`;
    if (gathering.creator.id !== session.user.id) {
      return html`<p class="empty" role="alert">
        ${t('desk.not_mine')} <a href=${addressOf(gathering)}>${gathering.title}</a>
      </p>`;
    }
    const { title, status, starts_at, ends_at, venue, rejection_reason, access } = gathering;
    return html`
      <header>
        <p class="tag"><a href="/organise?status=${status}">${t('organise.title')}</a></p>
        <h1>${title}</h1>
        <p class="lead">${span(starts_at, ends_at)} · ${venue}</p>
        <p><strong>${t(`gathering.status.${status}`)}</strong> · ${t(`desk.${status}`)}</p>
      </header>
      ${rejection_reason ? html`<p class="notice">${t('desk.reason', { reason: rejection_reason })}</p>` : nothing}
      ${this.#actions(gathering)}
      <section aria-labelledby="sales">
        <header class="section-head">
          <h2 id="sales">${t('desk.figures')}</h2>
          <palabre-live-state .live=${live}></palabre-live-state>
        </header>
        <event-figures .gathering=${gathering}></event-figures>
      </section>
      <event-picture .gathering=${gathering}></event-picture>
      ${access === 'invitation' ? html`<event-invitations .gathering=${gathering}></event-invitations>` : nothing}
      <event-participants .gathering=${gathering}></event-participants>
    `;
  }

  #actions({ id, slug, status, access }) {
    return html`<div class="actions">
      ${status === 'draft' || status === 'rejected' ? this.#action('submit', 'primary', this.#submit) : nothing}
      ${status === 'approved' && access === 'paid'
        ? html`<a class="button primary" href="/organise/door?id=${id}">${t('desk.door')}</a>`
        : nothing}
      ${ENDED.includes(status)
        ? nothing
        : html`<a class="button secondary" href="/organise/edit?id=${id}">${t('desk.edit')}</a>`}
      <a class="button quiet" href=${addressOf({ slug })}>${t('desk.see')}</a>
      ${status === 'approved' ? this.#action('cancel', 'quiet grave', this.#cancel) : nothing}
      ${status === 'draft' ? this.#action('delete', 'quiet grave', this.#delete) : nothing}
    </div>`;
  }

  #action(name, look, call) {
    return html`<button type="button" class=${look} @click=${call}>${t(`desk.${name}_action`)}</button>`;
  }

  async #submit() {
    if (await attempt(() => account.post(`${this.#path}/submit`))) toast(t('desk.submitted'));
  }

  async #cancel() {
    if (!(await this.#agreed('cancel'))) return;
    if (await attempt(() => account.post(`${this.#path}/cancel`))) toast(t('desk.is_cancelled'));
  }

  async #delete() {
    if (!(await this.#agreed('delete'))) return;
    if (await attempt(() => account.delete(this.#path))) location.assign('/organise?status=draft');
  }

  #agreed(what) {
    return confirmed({
      question: t(`desk.${what}_question`, { title: this.#watched.data.title }),
      consequence: t(`desk.${what}_consequence`),
      action: t(`desk.${what}_action`),
    });
  }

  get #path() {
    return `/api/events/${this.#watched.data.id}`;
  }
}

customElements.define('desk-page', DeskPage);
