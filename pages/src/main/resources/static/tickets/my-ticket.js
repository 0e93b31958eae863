import { html, nothing } from 'lit';
import { PalabreElement } from '/shared/element.js';
import { addressOf, nameOf } from '/shared/gathering.js';
import { keep } from '/shared/keep.js';
import { money } from '/shared/money.js';
import '/shared/private-picture.js';
import { moment, t } from '/shared/texts.js';

const GROUP = /.{1,4}/g;

/** What is shown at the door: a picture for a camera, and its code for people. */
class MyTicket extends PalabreElement {
  static properties = { ticket: { attribute: false } };

  render() {
    const { id, event, ticket_type, price, status, code } = this.ticket;
    return html`
      <article class="ticket" data-status=${status} aria-label="${event.title}, ${ticket_type.name}">
        <header>
          <p class="moment">${moment(event.starts_at)}</p>
          <h2><a href=${addressOf(event)}>${event.title}</a></h2>
          <p class="since">${event.venue}</p>
          <p>${ticket_type.name} · ${money(price)}</p>
          <p class="tag" data-status=${status}>${this.#standing()}</p>
        </header>
        ${status === 'valid'
          ? html`
              <private-picture class="qr" .path=${`/api/tickets/${id}/qr.png`} .alt=${t('tickets.qr')}></private-picture>
              <p class="code" aria-label=${t('tickets.code')}>
                ${code.match(GROUP).map((letters) => html`<span>${letters}</span> `)}
              </p>
            `
          : nothing}
        ${status === 'refunded'
          ? nothing
          : html`<button
              type="button"
              class="secondary"
              @click=${() => keep(`/api/tickets/${id}/ticket.pdf`, t('tickets.file'))}
            >${t('tickets.pdf')}</button>`}
      </article>
    `;
  }

  #standing() {
    const { status, checked_in_at, checked_in_by } = this.ticket;
    return status === 'used' && checked_in_at
      ? t('tickets.used_at', { moment: moment(checked_in_at), who: nameOf(checked_in_by ?? {}) })
      : t(`tickets.statuses.${status}`);
  }
}

customElements.define('my-ticket', MyTicket);
