import { Refusal } from './api.js';

const AT_MOST_EVERY = 3000;
const AT_LEAST_EVERY = 20_000;

/** Keeps fresh what no socket tells: read when asked, never in bursts, and now and then while the page is seen. */
export class Rereading {
  #host;
  #read;
  #atLeastEvery;
  #timer;
  #rest = null;
  #askedAgain = false;

  constructor(host, read, { atLeastEvery = AT_LEAST_EVERY } = {}) {
    this.#host = host;
    this.#read = read;
    this.#atLeastEvery = atLeastEvery;
    host.addController(this);
  }

  hostConnected() {
    this.#timer = setInterval(() => document.hidden || this.soon(), this.#atLeastEvery);
  }

  hostDisconnected() {
    clearInterval(this.#timer);
    clearTimeout(this.#rest);
  }

  soon() {
    if (this.#rest) this.#askedAgain = true;
    else this.now();
  }

  async now() {
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#rested(), AT_MOST_EVERY);
    try {
      await this.#read();
      this.#host.requestUpdate();
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
    }
  }

  #rested() {
    this.#rest = null;
    if (this.#askedAgain) this.now();
    this.#askedAgain = false;
  }
}
