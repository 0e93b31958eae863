import { html, nothing } from 'lit';
import { choicesOf } from '/shared/categories.js';
import { PalabreElement } from '/shared/element.js';
import { choice, field, Submission } from '/shared/form.js';
import { account } from '/shared/session.js';
import { t } from '/shared/texts.js';

class CategoryForm extends PalabreElement {
  static properties = { category: { state: true } };

  #parents = [];

  #submission = new Submission(this, async ({ name, parent }) => {
    const wanted = { name, parent: parent || null };
    const { id } = this.category;
    await (id
      ? account.patch(`/api/admin/event-categories/${id}`, wanted)
      : account.post('/api/admin/event-categories', wanted));
    this.#dialog.close();
    this.tell('saved');
  });

  constructor() {
    super();
    this.category = null;
  }

  async show(category, all) {
    this.#parents = all.filter(({ id, parent }) => !parent && id !== category.id);
    this.category = category;
    this.#submission.reset();
    await this.updateComplete;
    this.#dialog.showModal();
  }

  /** That it was closed is told late: it may be open again by then. */
  #closed({ target }) {
    if (!target.open) this.category = null;
  }

  render() {
    return html`<dialog aria-labelledby="category-form" @close=${this.#closed}>
      ${this.category ? this.#form(this.category) : nothing}
    </dialog>`;
  }

  #form({ id, name, parent }) {
    return html`<form @submit=${this.#submission.submit}>
      <h2 id="category-form">${t(id ? 'categories.edit' : 'categories.create')}</h2>
      ${field(this.#submission, { name: 'name', label: t('categories.name'), value: name, maxlength: 100 })}
      ${choice(this.#submission, {
        name: 'parent',
        label: t('categories.parent'),
        choices: { '': t('categories.no_parent'), ...choicesOf(this.#parents) },
        value: parent ?? '',
      })}
      ${this.#submission.alert}
      <div class="actions">
        <button type="button" class="quiet" @click=${() => this.#dialog.close()}>${t('confirm.no')}</button>
        <button class="primary" ?disabled=${this.#submission.busy}>${t('save')}</button>
      </div>
    </form>`;
  }

  get #dialog() {
    return this.querySelector('dialog');
  }
}

customElements.define('category-form', CategoryForm);
