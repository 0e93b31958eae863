import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { anyone } from '/shared/api.js';
import { PalabreElement } from '/shared/element.js';
import '/shared/masthead.js';
import { t, timeOfDay } from '/shared/texts.js';
import { attempt } from '/shared/toast.js';
import { readable } from './mail.js';

const EVERY = 4000;

class Mailbox extends PalabreElement {
  static properties = { mails: { state: true }, opened: { state: true }, to: { state: true } };

  #timer;

  constructor() {
    super();
    this.mails = null;
    this.opened = null;
    this.to = new URLSearchParams(location.search).get('to') ?? '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#read();
    this.#timer = setInterval(() => document.hidden || this.#read(), EVERY);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#timer);
  }

  get heading() {
    return t('mailbox.title');
  }

  render() {
    return html`
      <palabre-masthead anonymous></palabre-masthead>
      <main id="main" class="mailbox">
        <header>
          <h1>${t('mailbox.title')}</h1>
          <p class="lead">${t('mailbox.lead')}</p>
          <form class="filter" role="search" @submit=${this.#filter}>
            <label for="to">${t('mailbox.to')}</label>
            <input id="to" type="search" .value=${this.to} autocomplete="off" />
            <button class="quiet">${t('mailbox.refresh')}</button>
          </form>
        </header>
        ${this.mails?.length
          ? html`<ul class="mails" aria-label=${t('mailbox.list')}>
              ${repeat(this.mails, identity, (mail) => this.#mail(mail))}
            </ul>`
          : html`<p class="empty">${this.mails ? t('mailbox.empty') : t('loading')}</p>`}
      </main>
    `;
  }

  #mail(mail) {
    return html`<li>
      <details name="mail" ?open=${this.opened === identity(mail)} @toggle=${(event) => this.#toggled(event, mail)}>
        <summary>
          <strong>${mail.subject}</strong>
          <span>${mail.to}</span>
          <time datetime=${mail.sent_at}>${timeOfDay(mail.sent_at)}</time>
        </summary>
        ${this.opened === identity(mail) ? this.#opened(mail) : ''}
      </details>
    </li>`;
  }

  #opened(mail) {
    return html`
      <pre>${mail.text}</pre>
      ${mail.html
        ? html`<iframe
            title=${t('mailbox.as_html')}
            sandbox="allow-same-origin allow-popups allow-popups-to-escape-sandbox"
            srcdoc=${readable(mail.html)}
          ></iframe>`
        : ''}
    `;
  }

  #toggled({ target }, mail) {
    if (target.open) this.opened = identity(mail);
    else if (this.opened === identity(mail)) this.opened = null;
  }

  #filter(event) {
    event.preventDefault();
    this.to = this.querySelector('#to').value.trim();
    attempt(() => this.#read(true));
  }

  async #read(asked = false) {
    try {
      this.mails = await anyone.get('/api/dev/mailbox', { to: this.to });
    } catch (refusal) {
      this.mails ??= [];
      if (asked) throw refusal;
    }
  }
}

const identity = ({ to, sent_at, subject }) => `${sent_at} ${to} ${subject}`;

customElements.define('mailbox-page', Mailbox);
