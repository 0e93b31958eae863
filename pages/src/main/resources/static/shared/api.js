import { setByServer } from './clock.js';
import { language, t } from './texts.js';

const ATTEMPTS = 3;

let lastWrite = null;

/** A call that was refused: `message` is for people, the rest is for pages; `more` is what only some refusals tell. */
export class Refusal extends Error {
  constructor({ status, code, detail, title, errors, ...more }) {
    super(detail ?? title ?? t('problem.unexpected'));
    this.status = status;
    this.code = code;
    this.errors = errors ?? {};
    this.more = more;
  }
}

export class Api {
  #token;
  #renew;

  constructor({ token = () => null, renew = async () => false } = {}) {
    this.#token = token;
    this.#renew = renew;
  }

  get(path, parameters = {}) {
    const given = Object.entries(parameters).filter(([, value]) => value !== '' && value != null);
    const query = new URLSearchParams(given).toString();
    return this.#call('GET', query ? `${path}?${query}` : path);
  }

  post(path, body = {}) {
    return this.#call('POST', path, body);
  }

  put(path, body) {
    return this.#call('PUT', path, body);
  }

  patch(path, body) {
    return this.#call('PATCH', path, body);
  }

  delete(path, body) {
    return this.#call('DELETE', path, body);
  }

  /** What is to be kept as a file. */
  download(path) {
    return this.#call('GET', path, undefined, (answer) => answer.blob());
  }

  async #call(method, path, body, content = json) {
    const key = method === 'POST' && this.#token() ? randomKey() : null;
    const repeatable = method === 'GET' || key !== null;
    let renewed = false;
    for (let attempt = 1; ; attempt++) {
      const token = this.#token();
      const answer = await fetch(path, request(method, body, token, key)).catch(() => null);
      if (answer?.status === 401 && token && !renewed) {
        renewed = true;
        if (await this.#renew(token)) continue;
      }
      const temporary = !answer || answer.status === 503;
      if (temporary && repeatable && attempt < ATTEMPTS) {
        await pause(answer?.headers.get('Retry-After') ?? attempt);
        continue;
      }
      return await read(method, answer, content);
    }
  }
}

export const anyone = new Api();

function request(method, body, token, key) {
  const headers = { Accept: 'application/json, */*;q=0.1', 'Accept-Language': language };
  const isFile = body instanceof FormData;
  if (body !== undefined && !isFile) headers['Content-Type'] = 'application/json';
  if (token) headers.Authorization = `Bearer ${token}`;
  if (key) headers['Idempotency-Key'] = key;
  if (method === 'GET' && lastWrite) headers['Consistency-Token'] = lastWrite;
  return { method, headers, body: isFile ? body : JSON.stringify(body) };
}

async function read(method, answer, content) {
  if (!answer) throw new Refusal({ status: 0, code: 'unreachable', detail: t('problem.unreachable') });
  setByServer(answer.headers.get('Date'));
  if (method !== 'GET') lastWrite = answer.headers.get('Consistency-Token') ?? lastWrite;
  if (answer.ok) return content(answer);
  throw new Refusal({ ...(await json(answer)), ...patience(answer), status: answer.status });
}

function json(answer) {
  return answer.json().catch(() => null);
}

/** Whoever called too often is told how long to wait, in place of where to read it. */
function patience(answer) {
  const seconds = Number(answer.headers.get('Retry-After')) || 60;
  return answer.status === 429 ? { detail: t('problem.too_often', { count: seconds }) } : {};
}

function pause(seconds) {
  return new Promise((resume) => setTimeout(resume, Math.min(Number(seconds) || 1, 5) * 1000));
}

/** crypto.randomUUID exists on https and localhost only; a fair's server may be neither. */
function randomKey() {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-');
}
