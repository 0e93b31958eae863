import { html, nothing } from 'lit';
import { confirmed } from '/shared/confirm.js';
import { PalabreElement } from '/shared/element.js';
import { Submission } from '/shared/form.js';
import { account } from '/shared/session.js';
import { ago, day, t } from '/shared/texts.js';
import { attempt, toast } from '/shared/toast.js';

const ROLES = ['student', 'editor', 'admin'];

/** What an admin sees of a person, and can decide about them. */
class PersonCard extends PalabreElement {
  static properties = { person: { state: true } };

  #submission = new Submission(this, async (typed) => {
    const roles = ROLES.filter((role) => typed[role]);
    this.#decided(await account.put(`/api/admin/users/${this.person.id}/roles`, { roles }));
  });

  constructor() {
    super();
    this.person = null;
  }

  async show(person) {
    this.person = person;
    this.#submission.reset();
    await this.updateComplete;
    this.#dialog.showModal();
  }

  /** That it was closed is told late: it may be open again by then. */
  #closed({ target }) {
    if (!target.open) this.person = null;
  }

  render() {
    return html`<dialog aria-labelledby="person-name" @close=${this.#closed}>
      ${this.person ? this.#content(this.person) : nothing}
    </dialog>`;
  }

  #content({ first_name, last_name, email, username, telephone, created_at, last_login_at, status, is_verified }) {
    return html`
      <h2 id="person-name">${first_name} ${last_name}</h2>
      <dl class="facts">
        ${fact('person.email', email)} ${fact('person.telephone', telephone)} ${fact('person.username', username)}
        ${fact('people.status', t(`people.statuses.${status}`))} ${fact('people.created', day(created_at))}
        ${fact('people.seen', last_login_at ? ago(last_login_at) : t('people.never'))}
      </dl>
      <div class="actions decisions">
        ${is_verified ? nothing : this.#action('verify', 'secondary')}
        ${status === 'suspended' ? this.#action('reinstate', 'secondary') : this.#action('suspend', 'quiet')}
        <button type="button" class="quiet grave" @click=${this.#erase}>${t('people.erase')}</button>
      </div>
      <form @submit=${this.#submission.submit}>
        <fieldset>
          <legend>${t('people.may')}</legend>
          ${ROLES.map((role) => this.#role(role))}
        </fieldset>
        ${this.#submission.alert}
        <div class="actions">
          <button type="button" class="quiet" @click=${() => this.#dialog.close()}>${t('people.close')}</button>
          <button class="primary" ?disabled=${this.#submission.busy}>${t('people.save_roles')}</button>
        </div>
      </form>
    `;
  }

  #role(role) {
    return html`<label class="check">
      <input type="checkbox" name=${role} .checked=${this.person.roles.includes(role)} />
      <span>${t(`people.roles.${role}`)}</span>
    </label>`;
  }

  #action(name, look) {
    return html`<button type="button" class=${look} @click=${() => this.#decide(name)}>${t(`people.${name}`)}</button>`;
  }

  async #decide(name) {
    if (name === 'suspend' && !(await this.#agreed('suspend'))) return;
    await attempt(async () => this.#decided(await account.post(`/api/admin/users/${this.person.id}/${name}`)));
  }

  #erase = async () => {
    if (!(await this.#agreed('erase'))) return;
    await attempt(async () => {
      await account.post(`/api/admin/users/${this.person.id}/erase`);
      this.#dialog.close();
      this.tell('decided');
      toast(t('people.erased'));
    });
  };

  #agreed(what) {
    const name = `${this.person.first_name} ${this.person.last_name}`;
    return confirmed({
      question: t(`people.${what}_question`, { name }),
      consequence: t(`people.${what}_consequence`),
      action: t(`people.${what}`),
    });
  }

  #decided(person) {
    this.person = person;
    this.tell('decided');
    toast(t('account.saved'));
  }

  get #dialog() {
    return this.querySelector('dialog');
  }
}

function fact(name, value) {
  return value ? html`<div><dt>${t(name)}</dt><dd>${value}</dd></div>` : nothing;
}

customElements.define('person-card', PersonCard);
