import { html } from 'lit';
import { PalabreElement } from '/shared/element.js';
import { t } from '/shared/texts.js';
import { toast } from '/shared/toast.js';

const FORMAT = 'qr_code';
const LOOKS_EVERY = 200;

/** The same ticket, held still before the camera, is one ticket. */
const FORGETS_AFTER = 4000;

/** Whether this browser reads such pictures; a camera exists on https and localhost only. */
export async function canScan() {
  if (!globalThis.BarcodeDetector || !navigator.mediaDevices) return false;
  return (await BarcodeDetector.getSupportedFormats()).includes(FORMAT);
}

class TicketScanner extends PalabreElement {
  static properties = { stream: { state: true } };

  #detector = new BarcodeDetector({ formats: [FORMAT] });
  #timer;
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
      this.stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
      await this.updateComplete;
      await this.querySelector('video').play();
    } catch (refused) {
      if (!(refused instanceof DOMException)) throw refused;
      toast(t('door.no_camera'), 'refused');
    }
  }

  #look = async () => {
    const video = this.querySelector('video');
    if (!video) return;
    const [seen] = await this.#detector.detect(video);
    if (seen && this.#isNew(seen.rawValue)) this.tell('scanned', seen.rawValue);
    this.#timer = setTimeout(this.#look, LOOKS_EVERY);
  };

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
