import { html } from 'lit';
import { PalabreElement } from './element.js';
import { t } from './texts.js';

class LiveState extends PalabreElement {
  static properties = { live: { attribute: false } };

  #listening = null;
  #changed = () => this.requestUpdate();

  willUpdate() {
    if (this.live === this.#listening) return;
    this.#listening?.removeEventListener('state', this.#changed);
    this.#listening = this.live;
    this.#listening?.addEventListener('state', this.#changed);
  }

  render() {
    const state = this.live?.state ?? 'connecting';
    return html`<span class="live-state" data-state=${state} role="status">${t(`live.${state}`)}</span>`;
  }
}

customElements.define('palabre-live-state', LiveState);
