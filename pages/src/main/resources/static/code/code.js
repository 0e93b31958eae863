import { html } from 'lit';
import { anyone } from '/shared/api.js';
import { now } from '/shared/clock.js';
import { PalabreElement } from '/shared/element.js';
import { entrance } from '/shared/entrance.js';
import { Submission } from '/shared/form.js';
import { codeField, emailField } from '/shared/person-fields.js';
import '/shared/resend-code.js';
import { goOn, session, withWish } from '/shared/session.js';
import { t } from '/shared/texts.js';
import { toast } from '/shared/toast.js';

class Code extends PalabreElement {
  static properties = { sent_at: { state: true } };

  constructor() {
    super();
    this.sent_at = session.user?.created_at;
  }

  #submission = new Submission(this, async ({ email = session.user?.email, code }) => {
    const user = await anyone.post('/api/auth/email/verify', { email, code });
    session.update(user);
    if (session.user) goOn();
    else location.assign(withWish('/sign-in'));
  });

  get heading() {
    return t('code.title');
  }

  render() {
    const email = session.user?.email;
    return entrance(
      this.heading,
      email ? t('code.lead', { email }) : t('code.lead_unknown'),
      html`
        <form @submit=${this.#submission.submit} @input=${this.#complete}>
          ${email ? '' : emailField(this.#submission)} ${codeField(this.#submission)} ${this.#submission.alert}
          <button class="primary wide" ?disabled=${this.#submission.busy}>${t('code.action')}</button>
        </form>
        <p class="aside">
          ${t('code.nothing_came')}
          <resend-code .sent_at=${this.sent_at} .ask=${this.#resend}></resend-code>
        </p>
        ${email
          ? html`<p class="aside">${t('code.not_mine')} <a href=${withWish('/sign-up')}>${t('code.again')}</a></p>`
          : ''}
      `,
    );
  }

  #complete = ({ target }) => {
    if (target.name === 'code' && target.validity.valid && session.user) target.form.requestSubmit();
  };

  #resend = async () => {
    const typed = this.querySelector('[name=email]');
    if (typed && !typed.reportValidity()) return;
    const { message } = await anyone.post('/api/auth/email/resend', { email: typed?.value ?? session.user.email });
    this.sent_at = now();
    toast(message);
  };
}

customElements.define('code-page', Code);
