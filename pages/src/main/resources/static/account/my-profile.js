import { html } from 'lit';
import { PalabreElement } from '/shared/element.js';
import { field, Submission, textArea } from '/shared/form.js';
import { nameFields, telephoneField, usernameField } from '/shared/person-fields.js';
import { account } from '/shared/session.js';
import { t } from '/shared/texts.js';
import { toast } from '/shared/toast.js';

class MyProfile extends PalabreElement {
  static properties = { user: { attribute: false } };

  #submission = new Submission(this, async (typed, form) => {
    this.tell('changed', await account.patch('/api/users/me', this.#changes(typed)));
    await this.updateComplete;
    form.reset();
    toast(t('account.saved'));
  });

  render() {
    const { username, telephone, bio, date_of_birth } = this.user;
    return html`
      <section aria-labelledby="profile">
        <h2 id="profile">${t('account.profile')}</h2>
        <p class="lead">${t('account.profile_lead')}</p>
        <form @submit=${this.#submission.submit}>
          ${nameFields(this.#submission, this.user)}
          ${textArea(this.#submission, {
            name: 'bio',
            label: t('person.bio'),
            hint: t('person.bio_hint'),
            value: bio,
            maxlength: 500,
          })}
          <div class="pair roomy">
            ${telephoneField(this.#submission, telephone)} ${usernameField(this.#submission, username)}
            ${field(this.#submission, {
              name: 'date_of_birth',
              label: t('person.date_of_birth'),
              hint: t('person.date_of_birth_hint'),
              value: date_of_birth,
              type: 'date',
              autocomplete: 'bday',
              required: false,
            })}
          </div>
          ${this.#submission.alert}
          <div class="actions">
            <button class="primary" ?disabled=${this.#submission.busy}>${t('save')}</button>
          </div>
        </form>
      </section>
    `;
  }

  /** Only these are sent, so that nothing that was changed elsewhere meanwhile is undone. */
  #changes(typed) {
    const changed = Object.entries(typed).filter(([name, text]) => text !== (this.user[name] ?? ''));
    return Object.fromEntries(changed.map(([name, text]) => [name, text === '' ? null : text]));
  }
}

customElements.define('my-profile', MyProfile);
