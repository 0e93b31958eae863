import { t } from './texts.js';

/** In this order: most browsers also name those that they descend from. */
const BROWSERS = [
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/OPR\/|OPT\/|Opera/, 'Opera'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\/|Chromium\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

const SYSTEMS = [
  [/iPhone|iPod/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'Mac'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
];

/** A device as people would call it, by what its browser says of itself. */
export function device(userAgent) {
  const browser = called(BROWSERS, userAgent);
  const system = called(SYSTEMS, userAgent);
  if (browser && system) return t('device.on', { browser, system });
  return browser ?? system ?? t('device.unknown');
}

function called(names, userAgent) {
  return names.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1];
}
