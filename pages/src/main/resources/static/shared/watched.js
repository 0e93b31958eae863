import { Live } from './live.js';
import { credentials } from './session.js';

/** What a socket tells of one topic, for as long as its host is on the page. */
export class Watched {
  live = null;
  data = null;
  refusal = null;
  #host;

  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostDisconnected() {
    this.live?.close();
  }

  watch(topic, params, told = () => {}) {
    this.live = new Live(credentials);
    this.live.subscribe(
      topic,
      params,
      (data) => {
        this.data = data;
        told(data);
        this.#host.requestUpdate();
      },
      ({ detail }) => {
        this.refusal = detail;
        this.#host.requestUpdate();
      },
    );
  }
}
