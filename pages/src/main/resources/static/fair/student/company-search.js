import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { PalabreElement } from '/shared/element.js';
import { Rereading } from '/shared/rereading.js';
import { account } from '/shared/session.js';
import { t } from '/shared/texts.js';
import { attempt } from '/shared/toast.js';

const TYPING = 300;
const PAGE = 20;
const LARGEST_PAGE = 100;

class CompanySearch extends PalabreElement {
  static properties = {
    inscriptions: { attribute: false },
    companies: { state: true },
    more: { state: true },
    size: { state: true },
    joining: { state: true },
  };

  #search = '';
  #typing;
  #rereading = new Rereading(this, async () => {
    const search = this.#search;
    const { results, next } = await account.get('/api/companies', { search, page_size: this.size });
    if (search !== this.#search) return;
    this.companies = results;
    this.more = next !== null && this.size < LARGEST_PAGE;
  });

  constructor() {
    super();
    this.companies = null;
    this.size = PAGE;
  }

  willUpdate(changes) {
    if (changes.has('inscriptions')) this.#rereading.soon();
  }

  render() {
    return html`
      <section aria-labelledby="companies">
        <h2 id="companies">${t('companies.title')}</h2>
        <div class="field" role="search">
          <label class="hidden" for="search">${t('companies.search')}</label>
          <input
            id="search"
            type="search"
            maxlength="200"
            autocomplete="off"
            placeholder=${t('companies.search')}
            @input=${this.#typed}
          />
        </div>
        ${this.companies?.length
          ? html`<ul class="companies">
              ${repeat(this.companies, ({ id }) => id, (company) => this.#company(company))}
            </ul>`
          : html`<p class="empty" role="status">${this.companies ? t('companies.none') : t('loading')}</p>`}
        ${this.more
          ? html`<button type="button" class="quiet wide" @click=${this.#showMore}>${t('more')}</button>`
          : nothing}
      </section>
    `;
  }

  #company(company) {
    const full = company.max_queue_size != null && company.waiting_count >= company.max_queue_size;
    return html`<li data-company=${company.id}>
      <div>
        <p class="who">${company.name}</p>
        <p class="since">
          ${company.status === 'paused'
            ? t('companies.paused')
            : t('companies.waiting', { count: company.waiting_count })}
        </p>
      </div>
      ${this.#standing(company, full)}
    </li>`;
  }

  #standing({ id, name, status }, full) {
    const mine = this.inscriptions.find(({ company }) => company.id === id);
    if (mine) return html`<span class="tag">${t(`companies.mine.${mine.status}`)}</span>`;
    if (full) return html`<span class="tag">${t('companies.full')}</span>`;
    return html`<button
      type="button"
      class="secondary"
      aria-label=${t('companies.join_company', { company: name })}
      ?disabled=${status === 'paused' || this.joining === id}
      @click=${() => this.#join(id)}
    >${t('companies.join')}</button>`;
  }

  #typed({ target }) {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => {
      this.#search = target.value.trim();
      this.size = PAGE;
      this.#rereading.now();
    }, TYPING);
  }

  #showMore() {
    this.size = Math.min(this.size + 2 * PAGE, LARGEST_PAGE);
    this.#rereading.now();
  }

  async #join(company_id) {
    this.joining = company_id;
    if (await attempt(() => account.post('/api/queues', { company_id }))) this.tell('changed');
    this.joining = null;
  }
}

customElements.define('company-search', CompanySearch);
