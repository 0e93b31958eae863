import { html } from 'lit';
import { anyone } from '/shared/api.js';
import { PalabreElement } from '/shared/element.js';
import { entrance } from '/shared/entrance.js';
import { Submission } from '/shared/form.js';
import { emailField, nameFields, newPasswordFields } from '/shared/person-fields.js';
import { session } from '/shared/session.js';
import { t } from '/shared/texts.js';

const token = new URLSearchParams(location.search).get('token');
history.replaceState(null, '', location.pathname);

class Setup extends PalabreElement {
  #submission = new Submission(this, async (person) => {
    session.start(await anyone.post('/api/setup', { token, ...person }));
    location.assign('/fair/admin');
  });

  get heading() {
    return t('setup.title');
  }

  render() {
    if (!token) return entrance(this.heading, t('setup.no_token'), '');
    return entrance(
      this.heading,
      t('setup.lead'),
      html`<form @submit=${this.#submission.submit}>
        ${nameFields(this.#submission)} ${emailField(this.#submission)} ${newPasswordFields(this.#submission)}
        ${this.#submission.alert}
        <button class="primary wide" ?disabled=${this.#submission.busy}>${t('setup.action')}</button>
      </form>`,
    );
  }
}

customElements.define('setup-page', Setup);
