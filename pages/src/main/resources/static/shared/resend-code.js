import { html } from 'lit';
import { secondsSince } from './clock.js';
import { PalabreElement } from './element.js';
import { t } from './texts.js';
import { attempt } from './toast.js';

/** In seconds. What is asked for sooner is answered the same, and not sent. */
const PAUSE = 30;

/** Offers another code, once the pause between two is over: `ask` asks for it, the last one was sent at `sent_at`. */
class ResendCode extends PalabreElement {
  static properties = { ask: { attribute: false }, sent_at: { attribute: false } };

  #tick;

  disconnectedCallback() {
    super.disconnectedCallback();
    clearTimeout(this.#tick);
  }

  updated() {
    clearTimeout(this.#tick);
    if (this.#wait) this.#tick = setTimeout(() => this.requestUpdate(), 1000);
  }

  render() {
    return html`<button type="button" class="link" ?disabled=${this.#wait > 0} @click=${() => attempt(this.ask)}>
      ${this.#wait ? t('code.resend_in', { count: this.#wait }) : t('code.resend')}
    </button>`;
  }

  get #wait() {
    return this.sent_at ? Math.max(0, PAUSE - secondsSince(this.sent_at)) : 0;
  }
}

customElements.define('resend-code', ResendCode);
