import { html, nothing } from 'lit';
import { Refusal } from './api.js';
import { PalabreElement } from './element.js';
import { account } from './session.js';

/** A picture that is not for everybody: a source alone could not show who asks. */
class PrivatePicture extends PalabreElement {
  static properties = { path: { attribute: false }, alt: { attribute: false }, address: { state: true } };

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#forget();
  }

  willUpdate(changes) {
    if (changes.has('path')) this.#read();
  }

  render() {
    return this.address ? html`<img src=${this.address} alt=${this.alt ?? ''} />` : nothing;
  }

  async #read() {
    const { path } = this;
    this.#forget();
    try {
      const picture = await account.download(path);
      if (path === this.path && this.isConnected) this.address = URL.createObjectURL(picture);
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
    }
  }

  #forget() {
    if (this.address) URL.revokeObjectURL(this.address);
    this.address = null;
  }
}

customElements.define('private-picture', PrivatePicture);
