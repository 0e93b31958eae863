import { html } from 'lit';
import { anyone } from '/shared/api.js';
import { now } from '/shared/clock.js';
import { PalabreElement } from '/shared/element.js';
import { entrance } from '/shared/entrance.js';
import { Submission } from '/shared/form.js';
import { codeField, emailField, newPasswordField, passwordOwner } from '/shared/person-fields.js';
import '/shared/resend-code.js';
import { session, withWish } from '/shared/session.js';
import { t } from '/shared/texts.js';
import { toast } from '/shared/toast.js';

/** First the address, then the code that went there with a new password; nothing tells whether there is an account. */
class Forgot extends PalabreElement {
  static properties = { email: { state: true }, sent_at: { state: true }, done: { state: true } };

  #asking = new Submission(this, ({ email }) => this.#ask(email));

  #resetting = new Submission(this, async ({ code, new_password }) => {
    await anyone.post('/api/auth/password/reset', { email: this.email, code, new_password });
    this.done = true;
    await session.end();
  });

  get heading() {
    return t('forgot.title');
  }

  render() {
    if (this.done) return entrance(t('forgot.done'), t('forgot.done_lead'), this.#farewell());
    if (this.email) return entrance(this.heading, t('forgot.sent', { email: this.email }), this.#reset());
    return entrance(this.heading, t('forgot.lead'), this.#address());
  }

  updated(changes) {
    super.updated();
    if (changes.has('email')) this.querySelector('[name=code], [name=email]').focus();
    if (changes.has('done') && this.done) this.querySelector('.primary').focus();
  }

  #address() {
    return html`
      <form @submit=${this.#asking.submit}>
        ${emailField(this.#asking)} ${this.#asking.alert}
        <button class="primary wide" ?disabled=${this.#asking.busy}>${t('forgot.ask')}</button>
      </form>
      <p class="aside">${t('forgot.remembered')} <a href=${withWish('/sign-in')}>${t('sign_in.title')}</a></p>
    `;
  }

  #reset() {
    return html`
      <form @submit=${this.#resetting.submit}>
        ${passwordOwner(this.email)} ${codeField(this.#resetting)} ${newPasswordField(this.#resetting)}
        ${this.#resetting.alert}
        <button class="primary wide" ?disabled=${this.#resetting.busy}>${t('forgot.action')}</button>
      </form>
      <p class="aside">
        ${t('code.nothing_came')}
        <resend-code .sent_at=${this.sent_at} .ask=${async () => toast(await this.#ask(this.email))}></resend-code>
      </p>
      <p class="aside">
        ${t('forgot.mistyped')}
        <button type="button" class="link" @click=${() => (this.email = null)}>${t('forgot.other')}</button>
      </p>
    `;
  }

  #farewell() {
    return html`<a class="button primary wide" href=${withWish('/sign-in')}>${t('sign_in.title')}</a>`;
  }

  async #ask(email) {
    const { message } = await anyone.post('/api/auth/password/forgot', { email });
    this.email = email;
    this.sent_at = now();
    return message;
  }
}

customElements.define('forgot-page', Forgot);
