import { html } from 'lit';

/** A person's photo, or initials in its place. Whoever it shows is named next to it. */
export function portrait({ first_name, last_name, photo_url }, { preview = null, size = 'large' } = {}) {
  const picture = preview ?? (photo_url && `${photo_url}&size=${size}`);
  return picture
    ? html`<img class="portrait" src=${picture} alt="" />`
    : html`<span class="portrait" aria-hidden="true">${initial(first_name)}${initial(last_name)}</span>`;
}

function initial(name) {
  return [...(name ?? '')][0] ?? '';
}
