import { html } from 'lit';
import { anyone } from '/shared/api.js';
import { PalabreElement } from '/shared/element.js';
import { entrance } from '/shared/entrance.js';
import { Submission } from '/shared/form.js';
import { emailField, nameFields, newPasswordFields, telephoneField, usernameField } from '/shared/person-fields.js';
import { session, withWish } from '/shared/session.js';
import { t } from '/shared/texts.js';

class SignUp extends PalabreElement {
  #submission = new Submission(this, async ({ seeks_work, username, telephone, ...person }) => {
    const more = { username: username || null, telephone: telephone || null, role: seeks_work ? 'student' : null };
    session.start(await anyone.post('/api/auth/register', { ...person, ...more }));
    location.assign(withWish('/code'));
  });

  get heading() {
    return t('sign_up.title');
  }

  render() {
    return entrance(
      this.heading,
      t('sign_up.lead'),
      html`
        <form @submit=${this.#submission.submit}>
          ${nameFields(this.#submission)} ${emailField(this.#submission)} ${newPasswordFields(this.#submission)}
          <fieldset>
            <legend>${t('sign_up.other_names')}</legend>
            ${telephoneField(this.#submission)} ${usernameField(this.#submission)}
          </fieldset>
          <label class="check">
            <input type="checkbox" name="seeks_work" checked />
            <span>${t('sign_up.seeks_work')}</span>
          </label>
          ${this.#submission.alert}
          <button class="primary wide" ?disabled=${this.#submission.busy}>${t('sign_up.action')}</button>
        </form>
        <p class="aside">${t('sign_up.known')} <a href=${withWish('/sign-in')}>${t('sign_in.title')}</a></p>
      `,
    );
  }
}

customElements.define('sign-up-page', SignUp);
