import { html, nothing } from 'lit';
import { Refusal } from '/shared/api.js';
import { PalabreElement } from '/shared/element.js';
import { entrance } from '/shared/entrance.js';
import '/shared/masthead.js';
import { account, session, signedIn } from '/shared/session.js';
import { t } from '/shared/texts.js';
import './my-export.js';
import './my-farewell.js';
import './my-password.js';
import './my-photo.js';
import './my-profile.js';
import './my-sessions.js';

class AccountPage extends PalabreElement {
  static properties = { user: { state: true }, problem: { state: true }, gone: { state: true } };

  connectedCallback() {
    super.connectedCallback();
    if (signedIn()) this.#read();
  }

  get heading() {
    return this.gone ? t('farewell.goodbye') : t('account.title');
  }

  render() {
    if (this.gone) return this.#goodbye();
    return html`
      <palabre-masthead></palabre-masthead>
      <main id="main" class="account">
        <h1>${this.heading}</h1>
        ${this.user ? this.#content() : this.#waiting()}
      </main>
    `;
  }

  updated(changes) {
    super.updated();
    if (changes.has('gone') && this.gone) this.querySelector('.primary').focus();
  }

  #waiting() {
    return this.problem
      ? html`<p class="empty" role="alert">${this.problem}</p>`
      : html`<p class="empty" role="status">${t('loading')}</p>`;
  }

  #content() {
    return html`
      ${this.user.email_verified ? nothing : this.#unproved()}
      <div class="columns" @changed=${({ detail }) => this.#show(detail)}>
        <my-photo .user=${this.user}></my-photo>
        <div class="parts">
          <my-profile .user=${this.user}></my-profile>
          <my-password .user=${this.user} @password-changed=${this.#readSessions}></my-password>
          <my-sessions></my-sessions>
          <my-export></my-export>
          <my-farewell .user=${this.user} @gone=${this.#leave}></my-farewell>
        </div>
      </div>
    `;
  }

  #unproved() {
    return html`<p class="notice">
      ${t('account.unproved', { email: this.user.email })} <a href="/code?next=/account">${t('account.prove')}</a>
    </p>`;
  }

  #goodbye() {
    return entrance(
      this.heading,
      t('farewell.done'),
      html`<a class="button primary wide" href="/">${t('farewell.home')}</a>`,
    );
  }

  async #read() {
    try {
      this.#show(await account.get('/api/auth/me'));
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      this.problem = refusal.message;
    }
  }

  #readSessions() {
    this.querySelector('my-sessions').read();
  }

  #show(user) {
    this.user = user;
    session.update(user);
  }

  #leave() {
    session.end();
    this.gone = true;
  }
}

customElements.define('account-page', AccountPage);
