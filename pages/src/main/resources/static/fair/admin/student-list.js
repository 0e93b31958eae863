import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { PalabreElement } from '/shared/element.js';
import { Found } from '/shared/found.js';
import { named, t } from '/shared/texts.js';

const STATUSES = ['', 'available', 'in_interview', 'paused'];

class StudentList extends PalabreElement {
  static properties = { fair: { attribute: false } };

  #found = new Found(this, '/api/admin/students');

  willUpdate(changes) {
    if (changes.has('fair')) this.#found.soon();
  }

  render() {
    const { list } = this.#found;
    return html`
      <section aria-labelledby="students">
        <header class="section-head">
          <h2 id="students">${t('admin.students')} <span class="count">${list?.count}</span></h2>
          ${this.#found.search(t('students.search'))}
          ${this.#found.filter('status', t('students.status'), named('students', STATUSES))}
        </header>
        ${list?.results.length
          ? html`<ul class="students">
              ${repeat(list.results, ({ id }) => id, (student) => this.#student(student))}
            </ul>`
          : html`<p class="empty" role="status">${list ? t('students.none') : t('loading')}</p>`}
        ${this.#found.pages}
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
}

customElements.define('student-list', StudentList);
