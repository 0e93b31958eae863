import { html } from 'lit';
import { money } from './money.js';
import { language, t } from './texts.js';

const PERIOD = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?$/;
const UNITS = ['years', 'months', 'weeks', 'days'];

/** What a plan costs, and for how long. */
export function priceOf({ price, period }) {
  return t('plan.price', { price: money(price), period: inWords(period) });
}

export function features({ features: { paid_gatherings_per_month: most, commission } }) {
  return html`<ul class="features">
    <li>${most == null ? t('plan.no_limit') : t('plan.limit', { count: most })}</li>
    <li>${t('plan.commission', { part: percent(commission) })}</li>
  </ul>`;
}

/** A part of one, in hundredths as people read them. */
function percent(part) {
  return new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 2 }).format(part);
}

/** An ISO 8601 period as people say it. */
export function inWords(period) {
  const [, ...counts] = PERIOD.exec(period) ?? [];
  const parts = UNITS.map((unit, at) => [unit, Number(counts[at] ?? 0)]).filter(([, count]) => count);
  return parts.map(([unit, count]) => t(`plan.${unit}`, { count })).join(' ') || period;
}
