import { html } from 'lit';
import { PalabreElement } from '/shared/element.js';
import { field, Submission } from '/shared/form.js';
import { newPasswordField, passwordOwner } from '/shared/person-fields.js';
import { account } from '/shared/session.js';
import { t } from '/shared/texts.js';
import { toast } from '/shared/toast.js';

class MyPassword extends PalabreElement {
  static properties = { user: { attribute: false } };

  #submission = new Submission(this, async ({ current_password, new_password }, form) => {
    await account.post('/api/auth/password/change', { current_password, new_password });
    form.reset();
    toast(t('account.password_changed'));
    this.tell('password-changed');
  });

  render() {
    return html`
      <section aria-labelledby="password-title">
        <h2 id="password-title">${t('account.password')}</h2>
        <p class="lead">${t('account.password_lead')}</p>
        <form @submit=${this.#submission.submit}>
          ${passwordOwner(this.user.email)}
          ${field(this.#submission, {
            name: 'current_password',
            label: t('person.current_password'),
            type: 'password',
            autocomplete: 'current-password',
          })}
          ${newPasswordField(this.#submission)} ${this.#submission.alert}
          <div class="actions">
            <button class="primary" ?disabled=${this.#submission.busy}>${t('account.change_password')}</button>
          </div>
        </form>
      </section>
    `;
  }
}

customElements.define('my-password', MyPassword);
