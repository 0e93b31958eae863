import { Api } from '/shared/api.js';

const KEY = 'palabre.company-token';

export const token = {
  get() {
    return sessionStorage.getItem(KEY);
  },

  set(value) {
    sessionStorage.setItem(KEY, value);
  },

  forget() {
    sessionStorage.removeItem(KEY);
  },
};

export const credentials = { token: () => token.get() };

export const companyApi = new Api(credentials);

/** A token in the fragment reaches no server; here it leaves the address bar and the history too. */
export function takeFromAddress() {
  const found = tokenIn(location.hash);
  if (!found) return false;
  token.set(found);
  history.replaceState(null, '', location.pathname + location.search);
  return true;
}

export function tokenIn(pasted) {
  const [, found] = /#token=([^&\s]+)/.exec(pasted) ?? [];
  return found ? decodeURIComponent(found) : null;
}

export function boardAddress(companyToken, { wall = false } = {}) {
  return `${location.origin}/fair/company${wall ? '?wall=1' : ''}#token=${encodeURIComponent(companyToken)}`;
}
