import { html, nothing } from 'lit';
import { PalabreElement } from '/shared/element.js';
import { money } from '/shared/money.js';
import { Rereading } from '/shared/rereading.js';
import { account } from '/shared/session.js';
import { t } from '/shared/texts.js';

/** How a gathering does; read again whenever it has changed. */
class EventFigures extends PalabreElement {
  static properties = { gathering: { attribute: false }, stats: { state: true } };

  #rereading = new Rereading(this, async () => {
    this.stats = await account.get(`/api/events/${this.gathering.id}/stats`);
  });

  willUpdate(changes) {
    if (changes.has('gathering')) this.#rereading.soon();
  }

  render() {
    if (!this.stats) return html`<p class="empty" role="status">${t('loading')}</p>`;
    const { views_count, participants_count, waitlisted_count, tickets_sold, checked_in_count } = this.stats;
    const paid = this.gathering.access === 'paid';
    return html`
      ${paid ? this.#money() : nothing}
      <dl class="figures">
        ${this.#count('participants', participants_count)} ${this.#count('seats_left', this.gathering.seats_left)}
        ${paid
          ? html`${this.#count('tickets_sold', tickets_sold)} ${this.#count('checked_in', checked_in_count)}`
          : this.#count('waitlisted', waitlisted_count)}
        ${this.#count('views', views_count)}
      </dl>
    `;
  }

  #money() {
    const { revenue, commission, net_revenue } = this.stats;
    return html`<dl class="figures money">
      ${this.#figure('revenue', money(revenue))} ${this.#figure('commission', money(commission))}
      ${this.#figure('net_revenue', money(net_revenue))}
    </dl>`;
  }

  #count(name, count) {
    return this.#figure(name, t('count', { count }));
  }

  #figure(name, value) {
    return html`<div>
      <dt>${t(`desk.figure.${name}`)}</dt>
      <dd>${value}</dd>
    </div>`;
  }
}

customElements.define('event-figures', EventFigures);
