import { anyone, Api } from './api.js';

const KEY = 'palabre.session';

let renewing = null;

const stored = () => JSON.parse(localStorage.getItem(KEY));
const store = (changes) => localStorage.setItem(KEY, JSON.stringify({ ...stored(), ...changes }));

export const session = {
  get user() {
    return stored()?.user ?? null;
  },

  has(role) {
    return this.user?.roles.includes(role) ?? false;
  },

  start({ access, refresh, user }) {
    store({ access, refresh, user });
  },

  update(user) {
    if (stored()) store({ user });
  },

  async end() {
    const refresh = stored()?.refresh;
    localStorage.removeItem(KEY);
    if (refresh) await anyone.post('/api/auth/logout', { refresh }).catch(() => {});
  },
};

export const credentials = {
  token: () => stored()?.access ?? null,
  renew: (used) => (renewing ??= renew(used).finally(() => (renewing = null))),
};

export const account = new Api(credentials);

/** Sends whoever has not signed in to where they can; true for those who have. */
export function signedIn() {
  return session.user !== null || leaveFor('/sign-in');
}

/** Sends whoever may not stay to where they can sign in or prove their address; true for those who may, of any role or this one. */
export async function admitted(role) {
  if (!signedIn()) return false;
  if (!session.user.email_verified || (role && !session.has(role))) await ask();
  return session.user?.email_verified || leaveFor('/code');
}

export function goOn() {
  location.assign(wanted() ?? home());
}

export function withWish(path) {
  const wish = wanted();
  return wish ? `${path}?next=${encodeURIComponent(wish)}` : path;
}

/** What is remembered may be older than a proof or a role given since. */
async function ask() {
  const user = await account.get('/api/auth/me').catch(() => session.user);
  session.update(user);
}

/** Where one signs in to come back here. */
export function signInAddress() {
  return here('/sign-in');
}

function leaveFor(path, why = '') {
  location.replace(here(path) + why);
  return false;
}

function here(path) {
  return `${path}?next=${encodeURIComponent(location.pathname + location.search)}`;
}

function wanted() {
  const next = new URLSearchParams(location.search).get('next');
  if (!next || new URL(next, location.origin).origin !== location.origin) return null;
  return next;
}

function home() {
  if (session.has('admin')) return '/fair/admin';
  return session.has('student') ? '/fair/student' : '/';
}

/** Another tab may have renewed already: a refresh token used twice ends its session. */
async function renew(used) {
  const current = stored();
  if (!current || current.access !== used) return current !== null;
  try {
    store(await anyone.post('/api/auth/refresh', { refresh: current.refresh }));
    return true;
  } catch (refusal) {
    if (refusal.status !== 401) throw refusal;
    localStorage.removeItem(KEY);
    return leaveFor('/sign-in', '&ended');
  }
}
