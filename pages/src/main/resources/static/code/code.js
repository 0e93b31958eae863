import { html } from 'lit';
import { anyone } from '/shared/api.js';
import { PalabreElement } from '/shared/element.js';
import { entrance } from '/shared/entrance.js';
import { field, Submission } from '/shared/form.js';
import { emailField } from '/shared/person-fields.js';
import { goOn, session, withWish } from '/shared/session.js';
import { t } from '/shared/texts.js';
import { attempt, toast } from '/shared/toast.js';

const PAUSE = 30;

class Code extends PalabreElement {
  static properties = { wait: { state: true } };

  constructor() {
    super();
    this.wait = 0;
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
          ${email ? '' : emailField(this.#submission)}
          <div class="code">
            ${field(this.#submission, {
              name: 'code',
              label: t('code.code'),
              inputmode: 'numeric',
              autocomplete: 'one-time-code',
              pattern: '[0-9]{6}',
              maxlength: 6,
            })}
          </div>
          ${this.#submission.alert}
          <button class="primary wide" ?disabled=${this.#submission.busy}>${t('code.action')}</button>
        </form>
        <p class="aside">
          ${t('code.nothing_came')}
          <button type="button" class="link" ?disabled=${this.wait > 0} @click=${this.#resend}>
            ${this.wait ? t('code.resend_in', { count: this.wait }) : t('code.resend')}
          </button>
        </p>
      `,
    );
  }

  #complete = ({ target }) => {
    if (target.name === 'code' && target.validity.valid && session.user) target.form.requestSubmit();
  };

  async #resend() {
    const email = session.user?.email ?? this.querySelector('[name=email]').value;
    await attempt(async () => {
      const { message } = await anyone.post('/api/auth/email/resend', { email });
      toast(message);
      this.#countDown();
    });
  }

  #countDown() {
    this.wait = PAUSE;
    const timer = setInterval(() => {
      this.wait--;
      if (this.wait === 0) clearInterval(timer);
    }, 1000);
  }
}

customElements.define('code-page', Code);
