import { LitElement } from 'lit';
import { t } from './texts.js';

/** Renders into the page itself, so that one style sheet, labels and forms reach everywhere; follows the language. */
export class PalabreElement extends LitElement {
  #speakAgain = () => this.requestUpdate();

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    addEventListener('palabre-language', this.#speakAgain);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('palabre-language', this.#speakAgain);
  }

  updated() {
    if (this.heading) document.title = `${this.heading} · ${t('name')}`;
  }

  tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true }));
  }
}
