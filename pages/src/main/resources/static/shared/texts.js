import { minutesSince } from './clock.js';

const LANGUAGES = ['fr', 'en'];
const KEY = 'palabre.language';

let texts;
let plural;
let rank;
let number;

export const languages = LANGUAGES;
export let language;

export async function speak(wanted) {
  const answer = await fetch(new URL(`./texts/${wanted}.json`, import.meta.url));
  texts = await answer.json();
  language = wanted;
  plural = new Intl.PluralRules(wanted);
  rank = new Intl.PluralRules(wanted, { type: 'ordinal' });
  number = new Intl.NumberFormat(wanted, { maximumFractionDigits: 0 });
  document.documentElement.lang = wanted;
  dispatchEvent(new Event('palabre-language'));
}

export function choose(wanted) {
  localStorage.setItem(KEY, wanted);
  return speak(wanted);
}

export function t(key, values = {}) {
  const found = key.split('.').reduce((group, name) => group?.[name], texts) ?? key;
  const text = typeof found === 'string' ? found : counted(found, values.count);
  return unbroken(text).replace(/\{(\w+)\}/g, (_, name) => shown(values[name]));
}

/** What follows the number of a place: 1re, 2e; 1st, 2nd. */
export function ordinal(place) {
  return t(`ordinals.${rank.select(place)}`);
}

export function timeOfDay(instant) {
  return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' }).format(new Date(instant));
}

/** Values with their names in a group of texts; the empty value is called `all`. */
export function named(group, values) {
  return Object.fromEntries(values.map((value) => [value, t(`${group}.${value || 'all'}`)]));
}

export function day(instant) {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long' }).format(new Date(instant));
}

/** A day and a time of it, in short. */
export function moment(instant) {
  return new Intl.DateTimeFormat(language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
  }).format(new Date(instant));
}

/** From one moment to another, the day told once if it is the same. */
export function span(from, to) {
  return new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'short' }).formatRange(
    new Date(from),
    new Date(to),
  );
}

/** How long ago, in the largest unit that is over. */
export function ago(instant) {
  const minutes = minutesSince(instant);
  if (minutes < 1) return t('just_now');
  const past = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  if (minutes < 60) return past.format(-minutes, 'minute');
  return minutes < 24 * 60
    ? past.format(-Math.floor(minutes / 60), 'hour')
    : past.format(-Math.floor(minutes / 60 / 24), 'day');
}

export function byName(a, b) {
  return a.localeCompare(b, language, { sensitivity: 'base', numeric: true });
}

function counted(forms, count) {
  return (count === 0 && forms.zero) || (forms[plural.select(count)] ?? forms.other);
}

function shown(value) {
  return typeof value === 'number' ? number.format(value) : (value ?? '');
}

/** A number stays with its unit, and French with its ; : ! ? « »; the texts are written with plain spaces. */
function unbroken(text) {
  const joined = language === 'fr' ? / (?=[;:!?»]|min\b)|(?<=«) /g : / (?=min\b)/g;
  return text.replace(joined, '\u00a0');
}

function preferred() {
  const wanted = [localStorage.getItem(KEY), ...navigator.languages.map((tag) => tag.slice(0, 2))];
  return wanted.find((tag) => LANGUAGES.includes(tag)) ?? LANGUAGES[0];
}

await speak(preferred());
