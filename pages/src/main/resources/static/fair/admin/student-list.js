import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { PalabreElement } from '/shared/element.js';
import { Rereading } from '/shared/rereading.js';
import { account } from '/shared/session.js';
import { t } from '/shared/texts.js';

const STATUSES = ['', 'available', 'in_interview', 'paused'];
const TYPING = 300;

class StudentList extends PalabreElement {
  static properties = { fair: { attribute: false }, list: { state: true } };

  #search = '';
  #status = '';
  #page = 1;
  #typing;
  #rereading = new Rereading(this, async () => {
    const asked = { search: this.#search, status: this.#status, page: this.#page };
    const list = await account.get('/api/admin/students', asked);
    if (asked.search === this.#search && asked.status === this.#status) this.list = list;
  });

  willUpdate(changes) {
    if (changes.has('fair')) this.#rereading.soon();
  }

  render() {
    return html`
      <section aria-labelledby="students">
        <header class="section-head">
          <h2 id="students">${t('admin.students')} <span class="count">${this.list?.count}</span></h2>
          <input
            type="search"
            maxlength="200"
            aria-label=${t('students.search')}
            placeholder=${t('students.search')}
            @input=${this.#typed}
          />
          <select aria-label=${t('students.status')} @change=${({ target }) => this.#ask({ status: target.value })}>
            ${STATUSES.map((status) => html`<option value=${status}>${t(`students.${status || 'all'}`)}</option>`)}
          </select>
        </header>
        ${this.list?.results.length
          ? html`<ul class="students">
              ${repeat(this.list.results, ({ id }) => id, (student) => this.#student(student))}
            </ul>`
          : html`<p class="empty" role="status">${this.list ? t('students.none') : t('loading')}</p>`}
        ${this.list?.page_info.total_pages > 1 ? this.#pages(this.list) : nothing}
      </section>
    `;
  }

  #student({ first_name, last_name, status, current_company }) {
    return html`<li>
      <span class="who">${last_name} ${first_name}</span>
      <span class="tag" data-status=${status}>
        ${current_company ? t('students.at', { company: current_company.name }) : t(`students.${status}`)}
      </span>
    </li>`;
  }

  #pages({ previous, next, page_info: { current_page, total_pages } }) {
    return html`<nav class="pages" aria-label=${t('students.pages')}>
      <button type="button" class="quiet" ?disabled=${!previous} @click=${() => this.#turn(current_page - 1)}>
        ${t('students.previous')}
      </button>
      <span>${t('students.page', { page: current_page, pages: total_pages })}</span>
      <button type="button" class="quiet" ?disabled=${!next} @click=${() => this.#turn(current_page + 1)}>
        ${t('students.next')}
      </button>
    </nav>`;
  }

  #typed({ target }) {
    clearTimeout(this.#typing);
    this.#typing = setTimeout(() => this.#ask({ search: target.value.trim() }), TYPING);
  }

  #ask({ search = this.#search, status = this.#status }) {
    this.#search = search;
    this.#status = status;
    this.#turn(1);
  }

  #turn(page) {
    this.#page = page;
    this.#rereading.now();
  }
}

customElements.define('student-list', StudentList);
