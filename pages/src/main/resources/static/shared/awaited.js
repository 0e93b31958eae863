import { Refusal } from './api.js';

const EVERY = 2000;

/** What takes its time outside, such as a payment: read again and again while it is seen, until it is over. */
export class Awaited {
  value = null;
  #host;
  #read;
  #isOver;
  #timer;

  constructor(host, read, isOver) {
    this.#host = host;
    this.#read = read;
    this.#isOver = isOver;
    host.addController(this);
  }

  hostDisconnected() {
    clearTimeout(this.#timer);
  }

  async follow() {
    clearTimeout(this.#timer);
    try {
      this.value = await this.#read();
      this.#host.requestUpdate();
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
      if (refusal.status === 404) return;
    }
    if (!this.value || !this.#isOver(this.value)) this.#later();
  }

  #later() {
    this.#timer = setTimeout(() => (document.hidden ? this.#later() : this.follow()), EVERY);
  }
}
