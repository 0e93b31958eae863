import { html } from 'lit';
import { PalabreElement } from '/shared/element.js';
import { Submission } from '/shared/form.js';
import { nameFields } from '/shared/person-fields.js';
import { account } from '/shared/session.js';
import { t } from '/shared/texts.js';

class StudentProfile extends PalabreElement {
  static properties = { person: { attribute: false } };

  #submission = new Submission(this, async (names) => {
    this.tell('created', await account.post('/api/students', names));
  });

  render() {
    return html`
      <section class="narrow">
        <h1>${t('profile.title')}</h1>
        <p class="lead">${t('profile.lead')}</p>
        <form class="card" @submit=${this.#submission.submit}>
          ${nameFields(this.#submission, this.person)} ${this.#submission.alert}
          <button class="primary wide" ?disabled=${this.#submission.busy}>${t('profile.action')}</button>
        </form>
      </section>
    `;
  }
}

customElements.define('student-profile', StudentProfile);
