import { html } from 'lit';
import { confirmed } from '/shared/confirm.js';
import { PalabreElement } from '/shared/element.js';
import { account, session, signInAddress } from '/shared/session.js';
import { ordinal, t } from '/shared/texts.js';
import { attempt, toast } from '/shared/toast.js';

/** A seat without a ticket: taken, waited for, given back. A place on the waiting list is told to who asks for it, again too. */
class TakePart extends PalabreElement {
  static properties = { gathering: { attribute: false }, place: { state: true }, busy: { state: true } };

  constructor() {
    super();
    this.place = null;
  }

  render() {
    if (!session.user) {
      return html`<a class="button primary wide" href=${signInAddress()}>${t('part.sign_in')}</a>`;
    }
    if (this.gathering.is_participating) return this.#in();
    return this.place ? this.#waiting() : this.#outside();
  }

  #in() {
    return html`
      <p class="notice" role="status">${t('part.in')}</p>
      ${this.#button('quiet', 'withdraw', this.#withdraw)}
    `;
  }

  #waiting() {
    return html`
      <p class="notice" role="status">
        ${t('part.waiting')} <strong>${this.place}<sup>${ordinal(this.place)}</sup></strong>
      </p>
      <div class="actions">
        ${this.#button('secondary', 'ask_place', this.#join)} ${this.#button('quiet', 'withdraw', this.#withdraw)}
      </div>
    `;
  }

  #outside() {
    return this.#button('primary wide', this.gathering.seats_left ? 'join' : 'wait', this.#join);
  }

  #button(look, action, call) {
    return html`<button type="button" class=${look} ?disabled=${this.busy} @click=${call}>${t(`part.${action}`)}</button>`;
  }

  #join() {
    return this.#call(async () => {
      const { status, place } = await account.post(`/api/events/${this.gathering.id}/participation`);
      this.#become(status === 'confirmed', place);
    });
  }

  async #withdraw() {
    const agreed = await confirmed({
      question: t('part.withdraw_question'),
      consequence: t('part.withdraw_consequence'),
      action: t('part.withdraw'),
    });
    if (!agreed) return;
    await this.#call(async () => {
      await account.delete(`/api/events/${this.gathering.id}/participation`);
      this.#become(false, null);
      toast(t('part.withdrawn'));
    });
  }

  #become(is_participating, place) {
    this.place = place;
    this.tell('changed', { is_participating });
  }

  async #call(action) {
    this.busy = true;
    await attempt(action);
    this.busy = false;
  }
}

customElements.define('take-part', TakePart);
