import { html, nothing } from 'lit';
import { Rereading } from './rereading.js';
import { account } from './session.js';
import { t } from './texts.js';

const TYPING = 300;

/** What is found at a path by words and filters, page by page; read again now and then. */
export class Found {
  list = null;
  #asked = { search: '', page: 1 };
  #rereading;
  #typing;

  constructor(host, path) {
    this.#rereading = new Rereading(host, async () => {
      const asked = this.#asked;
      const list = await account.get(path, asked);
      if (asked === this.#asked) this.list = list;
    });
  }

  soon() {
    this.#rereading.soon();
  }

  /** Finds by this from now on, from the first page. */
  ask(changes = {}) {
    this.#asked = { ...this.#asked, page: 1, ...changes };
    return this.#rereading.now();
  }

  search(label) {
    return html`<input
      type="search"
      maxlength="200"
      aria-label=${label}
      placeholder=${label}
      @input=${({ target }) => this.#typed(target.value.trim())}
    />`;
  }

  /** @param choices the filter's values with their names; the empty one asks for all. */
  filter(name, label, choices) {
    return html`<select aria-label=${label} @change=${({ target }) => this.ask({ [name]: target.value })}>
      ${Object.entries(choices).map(([value, text]) => html`<option value=${value}>${text}</option>`)}
    </select>`;
  }

  get pages() {
    if (!this.list || this.list.page_info.total_pages === 1) return nothing;
    const { previous, next, page_info } = this.list;
    const { current_page: page, total_pages: pages } = page_info;
    return html`<nav class="pages" aria-label=${t('pages.title')}>
      <button type="button" class="quiet" ?disabled=${!previous} @click=${() => this.ask({ page: page - 1 })}>
        ${t('pages.previous')}
      </button>
      <span>${t('pages.page', { page, pages })}</span>
      <button type="button" class="quiet" ?disabled=${!next} @click=${() => this.ask({ page: page + 1 })}>
        ${t('pages.next')}
      </button>
    </nav>`;
  }

  #typed(search) {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.ask({ search }), TYPING);
  }
}
