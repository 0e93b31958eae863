import { html, nothing } from 'lit';
import { money } from './money.js';
import './private-picture.js';
import { t } from './texts.js';

const PUBLIC = ['approved', 'completed', 'cancelled'];

export function addressOf({ slug, id }) {
  return `/events/event?id=${slug ?? id}`;
}

/** A gathering's picture, or a leaf in its place. What is not public yet is shown to whoever may see it. */
export function poster({ image_url, status }) {
  if (!image_url) return html`<span class="poster" aria-hidden="true"></span>`;
  return PUBLIC.includes(status)
    ? html`<img class="poster" src=${image_url} alt="" loading="lazy" />`
    : html`<private-picture class="poster" .path=${image_url}></private-picture>`;
}

/** What it costs at least. */
export function priceFrom({ access, ticket_types }) {
  if (access !== 'paid') return t(`gathering.access.${access}`);
  const [cheapest, ...others] = [...ticket_types].sort((a, b) => a.price.amount - b.price.amount);
  if (!cheapest) return t('gathering.access.paid');
  return others.length ? t('gathering.from', { price: money(cheapest.price) }) : money(cheapest.price);
}

/** How many more may come, as long as anybody may. */
export function seatsLeft({ status, seats_left }) {
  return html`<span class="seats" data-left=${seats_left === 0 ? 'none' : nothing}>
    ${status === 'approved' ? t('gathering.seats_left', { count: seats_left }) : t(`gathering.status.${status}`)}
  </span>`;
}

export function nameOf({ first_name, last_name }) {
  return first_name ? `${first_name} ${last_name}` : t('gathering.nobody');
}
