import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { confirmed } from '/shared/confirm.js';
import { PalabreElement } from '/shared/element.js';
import { account } from '/shared/session.js';
import { byName, t } from '/shared/texts.js';
import { attempt } from '/shared/toast.js';
import './company-form.js';
import './token-once.js';

class CompanyCards extends PalabreElement {
  static properties = { boards: { attribute: false }, search: { state: true } };

  constructor() {
    super();
    this.search = '';
  }

  render() {
    const shown = this.boards
      .filter(({ company }) => plain(company.name).includes(plain(this.search)))
      .sort((a, b) => byName(a.company.name, b.company.name));
    return html`
      <section aria-labelledby="companies">
        <header class="section-head">
          <h2 id="companies">${t('admin.companies')} <span class="count">${this.boards.length}</span></h2>
          <input
            type="search"
            aria-label=${t('companies.search')}
            placeholder=${t('companies.search')}
            @input=${({ target }) => (this.search = target.value)}
          />
          <button type="button" class="primary" @click=${() => this.#form.create()}>${t('admin.create')}</button>
        </header>
        ${shown.length
          ? html`<ul class="cards">${repeat(shown, ({ company }) => company.id, (board) => this.#card(board))}</ul>`
          : html`<p class="empty">${t(this.boards.length ? 'companies.none' : 'admin.no_companies')}</p>`}
      </section>
      <company-form @token=${({ detail }) => this.#tokenOnce.show(detail)}></company-form>
      <token-once></token-once>
    `;
  }

  #card({ company, slots, completed_count, average_minutes }) {
    const recruits = company.status === 'recruiting';
    const limit = company.max_queue_size ? ` / ${company.max_queue_size}` : '';
    return html`<li data-company=${company.id}>
      <header>
        <h3>${company.name}</h3>
        <button
          type="button"
          role="switch"
          aria-checked=${recruits}
          aria-label=${t('admin.recruits', { company: company.name })}
          @click=${() => this.#change(company, { status: recruits ? 'paused' : 'recruiting' })}
        >${t(recruits ? 'board.recruiting' : 'board.paused')}</button>
      </header>
      <dl>
        <div><dt>${t('admin.slots')}</dt><dd>${slots.used} / ${slots.max}</dd></div>
        <div><dt>${t('board.waiting')}</dt><dd>${company.waiting_count}${limit}</dd></div>
        <div><dt>${t('board.completed')}</dt><dd>${completed_count}</dd></div>
        <div>
          <dt>${t('admin.average')}</dt>
          <dd>${average_minutes == null ? '–' : t('minutes', { count: average_minutes })}</dd>
        </div>
      </dl>
      <div class="actions">
        ${this.#action('edit', company, () => this.#form.edit(company))}
        ${this.#action('regenerate', company, () => this.#regenerate(company))}
        ${this.#action('remove', company, () => this.#remove(company))}
      </div>
    </li>`;
  }

  #action(name, company, action) {
    return html`<button
      type="button"
      class="link"
      aria-label=${t(`admin.of.${name}`, { company: company.name })}
      @click=${action}
    >${t(`admin.${name}`)}</button>`;
  }

  #change({ id }, changes) {
    return attempt(() => account.patch(`/api/admin/companies/${id}`, changes));
  }

  async #regenerate({ id, name }) {
    const agreed = await confirmed({
      question: t('admin.regenerate_question', { company: name }),
      consequence: t('admin.regenerate_consequence'),
      action: t('admin.regenerate_action'),
    });
    if (!agreed) return;
    await attempt(async () => {
      this.#tokenOnce.show(await account.post(`/api/admin/companies/${id}/regenerate-token`));
    });
  }

  async #remove({ id, name }) {
    const agreed = await confirmed({
      question: t('admin.remove_question', { company: name }),
      consequence: t('admin.remove_consequence'),
      action: t('admin.remove_action'),
    });
    if (agreed) await attempt(() => account.delete(`/api/admin/companies/${id}`));
  }

  get #form() {
    return this.querySelector('company-form');
  }

  get #tokenOnce() {
    return this.querySelector('token-once');
  }
}

const plain = (text) => text.normalize('NFD').replace(/\p{Mn}/gu, '').toLowerCase();

customElements.define('company-cards', CompanyCards);
