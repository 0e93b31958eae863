const LONGEST_PAUSE = 15_000;
const QUIET = 25_000;
const PATIENCE = 10_000;

/** One socket for many subscriptions that comes back by itself; its state is connecting, live, waiting or refused. */
export class Live extends EventTarget {
  state = 'connecting';
  #credentials;
  #subscriptions = new Map();
  #lastId = 0;
  #socket = null;
  #failures = 0;
  #timer;
  #watch;

  constructor(credentials) {
    super();
    this.#credentials = credentials;
    this.#open();
    addEventListener('online', this.#comeBack);
    document.addEventListener('visibilitychange', this.#comeBack);
  }

  subscribe(topic, params, onData, onRefusal = () => {}) {
    const id = String(++this.#lastId);
    this.#subscriptions.set(id, { frame: { type: 'subscribe', id, topic, params }, onData, onRefusal });
    if (this.#isOpen) this.#send(this.#subscriptions.get(id).frame);
    return () => {
      this.#subscriptions.delete(id);
      if (this.#isOpen) this.#send({ type: 'unsubscribe', id });
    };
  }

  close() {
    removeEventListener('online', this.#comeBack);
    document.removeEventListener('visibilitychange', this.#comeBack);
    this.#subscriptions.clear();
    this.#drop();
  }

  get #isOpen() {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  #open() {
    const token = this.#credentials.token();
    if (!token) return this.#become('refused');
    const address = `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/ws/live`;
    const socket = (this.#socket = new WebSocket(address, ['palabre.v1', `bearer.${token}`]));
    socket.onopen = () => this.#subscriptions.forEach(({ frame }) => this.#send(frame));
    socket.onmessage = ({ data }) => this.#receive(JSON.parse(data));
    socket.onclose = ({ code }) => this.#closed(code, token);
    this.#expect(PATIENCE);
  }

  #receive(frame) {
    this.#expect(QUIET);
    if (frame.type === 'error') this.#subscriptions.get(frame.id)?.onRefusal(frame);
    if (frame.type !== 'initial' && frame.type !== 'update') return;
    this.#failures = 0;
    this.#become('live');
    this.#subscriptions.get(frame.id)?.onData(frame.data);
  }

  async #closed(code, token) {
    clearTimeout(this.#watch);
    this.#socket = null;
    this.#become('waiting');
    if (code === 4403 || (code === 4401 && !(await this.#renewed(token)))) return this.#become('refused');
    const pause = Math.min(LONGEST_PAUSE, 500 * 2 ** this.#failures++);
    this.#timer = setTimeout(() => this.#open(), pause * (0.5 + Math.random() / 2));
  }

  /** A renewal that fails for want of a server is no refusal: the next try asks again. */
  async #renewed(token) {
    return (await this.#credentials.renew?.(token).catch(() => true)) ?? false;
  }

  #comeBack = () => {
    if (document.hidden || this.state !== 'waiting' || this.#socket) return;
    clearTimeout(this.#timer);
    this.#open();
  };

  /** A line cut silently looks like a quiet one. Only an answer tells them apart, and even a vain question gets one. */
  #expect(quiet) {
    clearTimeout(this.#watch);
    this.#watch = setTimeout(() => {
      if (this.#isOpen) this.#send({ type: 'unsubscribe', id: 'still-there' });
      this.#watch = setTimeout(() => this.#startOver(), PATIENCE);
    }, quiet);
  }

  #startOver() {
    this.#drop();
    this.#closed(1006);
  }

  #drop() {
    clearTimeout(this.#timer);
    clearTimeout(this.#watch);
    if (!this.#socket) return;
    this.#socket.onopen = this.#socket.onmessage = this.#socket.onclose = null;
    this.#socket.close();
    this.#socket = null;
  }

  #send(frame) {
    this.#socket.send(JSON.stringify(frame));
  }

  #become(state) {
    if (state === this.state) return;
    this.state = state;
    this.dispatchEvent(new Event('state'));
  }
}
