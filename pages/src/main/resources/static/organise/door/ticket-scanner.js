import { html } from 'lit';
import { PalabreElement } from '/shared/element.js';
import { t } from '/shared/texts.js';
import { toast } from '/shared/toast.js';
import { qrReader } from './qr-reader.js';

const LOOKS_EVERY = 200;

/** A picture that cannot be read may be followed by one that can. */
const GIVES_UP_AFTER = 10;

/** The same ticket, held still before the camera, is one ticket. */
const FORGETS_AFTER = 4000;

class TicketScanner extends PalabreElement {
  static properties = { stream: { state: true } };

  #read;
  #timer;
  #failures = 0;
  #last = { text: null, at: 0 };

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop();
  }

  render() {
    return this.stream
      ? html`<video playsinline muted .srcObject=${this.stream} @loadeddata=${this.#look}></video>
          <button type="button" class="quiet wide" @click=${this.#stop}>${t('door.close_camera')}</button>`
      : html`<button type="button" class="secondary wide" @click=${this.#start}>${t('door.open_camera')}</button>`;
  }

  async #start() {
    try {
      this.#failures = 0;
      this.#read ??= await qrReader();
      this.stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      await this.updateComplete;
      await this.querySelector('video').play();
    } catch (failure) {
      this.#giveUp(failure);
    }
  }

  #look = async () => {
    const video = this.querySelector('video');
    if (!video) return;
    try {
      const text = await this.#read(video);
      this.#failures = 0;
      if (text && this.#isNew(text)) this.tell('scanned', text);
    } catch (failure) {
      if (++this.#failures === GIVES_UP_AFTER) return this.#giveUp(failure);
    }
    this.#timer = setTimeout(this.#look, LOOKS_EVERY);
  };

  #giveUp(failure) {
    this.#stop();
    toast(t('door.no_camera'), 'refused');
    if (!(failure instanceof DOMException)) throw failure;
  }

  #isNew(text) {
    const at = Date.now();
    const isNew = text !== this.#last.text || at - this.#last.at > FORGETS_AFTER;
    this.#last = { text, at };
    return isNew;
  }

  #stop() {
    clearTimeout(this.#timer);
    this.stream?.getTracks().forEach((track) => track.stop());
    this.stream = null;
  }
}

customElements.define('ticket-scanner', TicketScanner);
