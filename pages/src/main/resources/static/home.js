import { html, nothing } from 'lit';
import { PalabreElement } from '/shared/element.js';
import '/shared/masthead.js';
import { session } from '/shared/session.js';
import { t } from '/shared/texts.js';

class Home extends PalabreElement {
  get heading() {
    return t('home.title');
  }

  render() {
    return html`
      <palabre-masthead></palabre-masthead>
      <main id="main" class="home">
        <section class="welcome">
          <div>
            <h1>${t('home.title')}</h1>
            <p class="lead">${t('home.lead')}</p>
            ${session.user
              ? html`<p class="greeting">${t('home.greeting', { name: session.user.first_name })}</p>`
              : html`<p class="actions">
                  <a class="button primary" href="/sign-up">${t('sign_up.title')}</a>
                  <a class="button quiet" href="/sign-in">${t('sign_in.title')}</a>
                </p>`}
          </div>
          <img src="/shared/tree.svg" alt="" />
        </section>
        <nav class="doors" aria-label=${t('home.events')}>
          ${this.#door('/events', 'visitor')} ${this.#door('/tickets', 'holder')} ${this.#door('/organise', 'organiser')}
        </nav>
        <nav class="doors" aria-label=${t('home.fair')}>
          ${this.#door('/fair/student', 'student')} ${this.#door('/fair/company', 'company')}
          ${session.user && !session.has('admin') ? nothing : this.#door('/fair/admin', 'admin')}
        </nav>
      </main>
    `;
  }

  #door(href, name) {
    return html`<a href=${href}>
      <h2>${t(`home.${name}.title`)}</h2>
      <p>${t(`home.${name}.text`)}</p>
      <span aria-hidden="true">${t('home.enter')}</span>
    </a>`;
  }
}

customElements.define('home-page', Home);
