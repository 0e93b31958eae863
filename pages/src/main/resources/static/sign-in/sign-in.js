import { html } from 'lit';
import { anyone } from '/shared/api.js';
import { PalabreElement } from '/shared/element.js';
import { entrance } from '/shared/entrance.js';
import { field, Submission } from '/shared/form.js';
import { goOn, session, withWish } from '/shared/session.js';
import { t } from '/shared/texts.js';

class SignIn extends PalabreElement {
  #submission = new Submission(this, async ({ login, password }) => {
    session.start(await anyone.post('/api/auth/login', { login, password }));
    if (session.user.email_verified) goOn();
    else location.assign(withWish('/code'));
  });

  get heading() {
    return t('sign_in.title');
  }

  render() {
    return entrance(
      this.heading,
      new URLSearchParams(location.search).has('ended') ? t('sign_in.ended') : null,
      html`
        <form @submit=${this.#submission.submit}>
          ${field(this.#submission, {
            name: 'login',
            label: t('sign_in.login'),
            autocomplete: 'username',
            autocapitalize: 'none',
          })}
          ${field(this.#submission, {
            name: 'password',
            label: t('person.password'),
            type: 'password',
            autocomplete: 'current-password',
          })}
          ${this.#submission.alert}
          <button class="primary wide" ?disabled=${this.#submission.busy}>${t('sign_in.action')}</button>
        </form>
        <p class="aside"><a href=${withWish('/forgot')}>${t('sign_in.forgotten')}</a></p>
        <p class="aside">${t('sign_in.new_here')} <a href=${withWish('/sign-up')}>${t('sign_up.title')}</a></p>
      `,
    );
  }
}

customElements.define('sign-in-page', SignIn);
