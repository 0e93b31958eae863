import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { categories } from '/shared/categories.js';
import { confirmed } from '/shared/confirm.js';
import { PalabreElement } from '/shared/element.js';
import { account } from '/shared/session.js';
import { t } from '/shared/texts.js';
import { attempt } from '/shared/toast.js';
import './category-form.js';

class CategoryList extends PalabreElement {
  static properties = { categories: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    this.#read();
  }

  render() {
    return html`
      <section aria-labelledby="categories">
        <header class="section-head">
          <h2 id="categories">${t('categories.title')} <span class="count">${this.categories?.length}</span></h2>
          <button type="button" class="primary" aria-haspopup="dialog" @click=${() => this.#form.show({}, this.categories)}>
            ${t('categories.create')}
          </button>
        </header>
        ${this.categories?.length
          ? html`<ul class="rows">
              ${repeat(this.categories, ({ id }) => id, (category) => this.#category(category))}
            </ul>`
          : html`<p class="empty" role="status">${t(this.categories ? 'categories.none' : 'loading')}</p>`}
      </section>
      <category-form @saved=${this.#read}></category-form>
    `;
  }

  #category(category) {
    const { name, parent } = category;
    return html`<li data-child=${parent ? '' : nothing}>
      <div><p class="who">${name}</p></div>
      <button
        type="button"
        class="link"
        aria-haspopup="dialog"
        aria-label=${t('categories.of.edit', { name })}
        @click=${() => this.#form.show(category, this.categories)}
      >${t('admin.edit')}</button>
      <button
        type="button"
        class="link grave"
        aria-label=${t('categories.of.delete', { name })}
        @click=${() => this.#delete(category)}
      >${t('categories.delete')}</button>
    </li>`;
  }

  async #delete({ id, name }) {
    const agreed = await confirmed({
      question: t('categories.delete_question', { name }),
      consequence: t('categories.delete_consequence'),
      action: t('categories.delete'),
    });
    if (agreed && (await attempt(() => account.delete(`/api/admin/event-categories/${id}`)))) this.#read();
  }

  #read() {
    return attempt(async () => (this.categories = await categories()));
  }

  get #form() {
    return this.querySelector('category-form');
  }
}

customElements.define('category-list', CategoryList);
