import { html } from 'lit';
import { PalabreElement } from './element.js';
import { t } from './texts.js';

/** Next to a password field: lets one see what one types, which spares typing it twice. */
class Reveal extends PalabreElement {
  static properties = { label: { attribute: false }, shown: { state: true } };

  constructor() {
    super();
    this.shown = false;
  }

  render() {
    const action = this.shown ? 'hide' : 'show';
    return html`<button
      type="button"
      class="link"
      aria-label=${t(`reveal.of.${action}`, { label: this.label })}
      @click=${this.#turn}
    >${t(`reveal.${action}`)}</button>`;
  }

  #turn() {
    this.shown = !this.shown;
    this.parentElement.querySelector('input').type = this.shown ? 'text' : 'password';
  }
}

customElements.define('palabre-reveal', Reveal);
