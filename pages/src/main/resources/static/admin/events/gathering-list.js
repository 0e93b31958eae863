import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { PalabreElement } from '/shared/element.js';
import { Found } from '/shared/found.js';
import { addressOf, nameOf, poster, priceFrom } from '/shared/gathering.js';
import { account } from '/shared/session.js';
import { span, t } from '/shared/texts.js';
import { attempt, toast } from '/shared/toast.js';
import './rejection.js';

const STATUSES = ['pending', 'approved', 'rejected', 'completed', 'cancelled'];

/** What organisers hand in: approved or rejected, one or many at once. */
class GatheringList extends PalabreElement {
  static properties = { status: { state: true }, chosen: { state: true } };

  #found = new Found(this, '/api/events');

  constructor() {
    super();
    this.status = 'pending';
    this.chosen = new Set();
  }

  connectedCallback() {
    super.connectedCallback();
    this.#show(this.status);
  }

  render() {
    const { list } = this.#found;
    return html`
      <section aria-labelledby="gatherings">
        <header class="section-head">
          <h1 id="gatherings" tabindex="-1">${t('moderation.title')} <span class="count">${list?.count}</span></h1>
          ${this.#found.search(t('events.search'))}
          <select aria-label=${t('organise.status')} @change=${({ target }) => this.#show(target.value)}>
            ${STATUSES.map((status) => html`<option value=${status}>${t(`gathering.status.${status}`)}</option>`)}
          </select>
        </header>
        ${this.#decides && list?.results.length ? this.#many() : nothing}
        ${list?.results.length
          ? html`<ul class="rows">
              ${repeat(list.results, ({ id }) => id, (gathering) => this.#gathering(gathering))}
            </ul>`
          : html`<p class="empty" role="status">${t(list ? 'moderation.none' : 'loading')}</p>`}
        ${this.#found.pages}
      </section>
      <gathering-rejection @reasoned=${({ detail }) => this.#decide('reject', detail)}></gathering-rejection>
    `;
  }

  #many() {
    const count = this.chosen.size;
    const nobody = count === 0;
    return html`<div class="actions">
      <button type="button" class="primary" ?disabled=${nobody} @click=${() => this.#decide('approve', { ids: [...this.chosen] })}>
        ${t('moderation.approve_many', { count })}
      </button>
      <button type="button" class="quiet" ?disabled=${nobody} @click=${() => this.#reject([...this.chosen])}>
        ${t('moderation.reject_many', { count })}
      </button>
    </div>`;
  }

  #gathering(gathering) {
    const { id, title, starts_at, ends_at, venue, creator, category, description, status, rejection_reason } = gathering;
    return html`<li>
      ${this.#decides
        ? html`<input
            type="checkbox"
            aria-label=${t('moderation.of.choose', { title })}
            .checked=${this.chosen.has(id)}
            @change=${() => this.#turn(id)}
          />`
        : nothing}
      ${poster(gathering)}
      <div>
        <p class="who"><a href=${addressOf(gathering)}>${title}</a></p>
        <p class="since">${span(starts_at, ends_at)} · ${venue}</p>
        <p class="since">${nameOf(creator)} · ${category.name} · ${priceFrom(gathering)}</p>
        ${status === 'rejected' ? html`<p class="problem">${rejection_reason}</p>` : nothing}
        <details>
          <summary>${t('moderation.description')}</summary>
          <p class="about">${description}</p>
        </details>
      </div>
      ${this.#decides ? this.#decisions(gathering) : nothing}
    </li>`;
  }

  #decisions({ id, title }) {
    return html`<div class="actions">
      <button
        type="button"
        class="secondary"
        aria-label=${t('moderation.of.approve', { title })}
        @click=${() => this.#decide('approve', { ids: [id] })}
      >${t('moderation.approve')}</button>
      <button
        type="button"
        class="quiet"
        aria-haspopup="dialog"
        aria-label=${t('moderation.of.reject', { title })}
        @click=${() => this.#reject([id])}
      >${t('moderation.reject')}</button>
    </div>`;
  }

  get #decides() {
    return this.status === 'pending';
  }

  #turn(id) {
    const chosen = new Set(this.chosen);
    if (!chosen.delete(id)) chosen.add(id);
    this.chosen = chosen;
  }

  #show(status) {
    this.status = status;
    this.chosen = new Set();
    return this.#found.ask({ status });
  }

  #reject(ids) {
    this.querySelector('gathering-rejection').show(ids);
  }

  async #decide(decision, said) {
    await attempt(async () => {
      const { results } = await account.post(`/api/admin/events/${decision}`, said);
      const done = results.filter(({ code }) => !code).length;
      toast(t(`moderation.done.${decision}`, { count: done }));
      if (done < results.length) toast(t('moderation.not_done', { count: results.length - done }), 'refused');
    });
    await this.#show(this.status);
    this.querySelector('h1').focus();
  }
}

customElements.define('gathering-list', GatheringList);
