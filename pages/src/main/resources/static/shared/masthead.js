import { html, nothing } from 'lit';
import { PalabreElement } from './element.js';
import { session } from './session.js';
import { choose, language, languages, t } from './texts.js';

class Masthead extends PalabreElement {
  static properties = { anonymous: { type: Boolean } };

  render() {
    return html`
      <a class="skip" href="#main">${t('masthead.skip')}</a>
      <header class="masthead">
        <a class="brand" href="/"><img src="/shared/leaf.svg" alt="" width="28" height="28" />${t('name')}</a>
        ${this.anonymous
          ? nothing
          : html`<nav class="mine" aria-label=${t('masthead.navigation')}>
              ${this.#link('/events', t('masthead.events'))} ${this.#account()}
            </nav>`}
        <div class="languages" role="group" aria-label=${t('masthead.language')}>
          ${languages.map(
            (tag) => html`<button
              type="button"
              lang=${tag}
              aria-pressed=${tag === language}
              aria-label=${t(`languages.${tag}`)}
              @click=${() => choose(tag)}
            >${tag.toUpperCase()}</button>`,
          )}
        </div>
      </header>
    `;
  }

  /** On a phone, where one is may lie beside what is seen. */
  firstUpdated() {
    this.querySelector('[aria-current]')?.scrollIntoView({ inline: 'center', block: 'nearest' });
  }

  #account() {
    if (!session.user) return html`<a href="/sign-in">${t('masthead.sign_in')}</a>`;
    return html`
      ${this.#link('/tickets', t('masthead.tickets'))} ${this.#link('/organise', t('masthead.organise'))}
      ${session.has('student') ? this.#link('/fair/student', t('masthead.places')) : nothing}
      ${session.has('admin') ? this.#link('/fair/admin', t('masthead.overview')) : nothing}
      ${session.has('admin') ? this.#link('/admin/people', t('masthead.people')) : nothing}
      ${session.has('admin') ? this.#link('/admin/events', t('masthead.moderation')) : nothing}
      ${this.#link('/account', t('masthead.account'))}
      <button type="button" class="link" @click=${this.#signOut}>${t('masthead.sign_out')}</button>
    `;
  }

  #link(href, text) {
    const current = location.pathname.replace(/\/$/, '') === href;
    return html`<a href=${href} aria-current=${current ? 'page' : nothing}>${text}</a>`;
  }

  async #signOut() {
    await session.end();
    location.assign('/');
  }
}

customElements.define('palabre-masthead', Masthead);
