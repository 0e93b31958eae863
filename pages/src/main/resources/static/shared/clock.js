let ahead = 0;

/** The server's clock decides how long an interview lasts, whatever a phone believes. */
export function setByServer(date) {
  if (date) ahead = Date.parse(date) - Date.now();
}

export function secondsSince(instant) {
  return Math.max(0, Math.floor((Date.now() + ahead - Date.parse(instant)) / 1000));
}

export function minutesSince(instant) {
  return Math.floor(secondsSince(instant) / 60);
}

/** The instant that it is now. */
export function now() {
  return new Date(Date.now() + ahead).toISOString();
}

export class EveryQuarterMinute {
  #host;
  #timer;

  constructor(host) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected() {
    this.#timer = setInterval(() => this.#host.requestUpdate(), 15_000);
  }

  hostDisconnected() {
    clearInterval(this.#timer);
  }
}
