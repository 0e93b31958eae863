import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { confirmed } from '/shared/confirm.js';
import { PalabreElement } from '/shared/element.js';
import { account } from '/shared/session.js';
import { byName, ordinal, t } from '/shared/texts.js';
import { attempt } from '/shared/toast.js';

class MyPlaces extends PalabreElement {
  static properties = {
    inscriptions: { attribute: false },
    opportunities: { attribute: false },
    student: { attribute: false },
  };

  render() {
    const waiting = this.inscriptions
      .filter(({ status }) => status === 'waiting')
      .sort((a, b) => a.place - b.place || byName(a.company.name, b.company.name));
    const done = this.inscriptions.filter(({ status }) => status === 'completed');
    return html`
      <section aria-labelledby="places">
        <h2 id="places">${t('places.title')} <span class="count">${waiting.length}</span></h2>
        ${waiting.length
          ? html`<ul class="places">
              ${repeat(waiting, ({ id }) => id, (inscription) => this.#place(inscription))}
            </ul>`
          : html`<p class="empty">${t('places.none')}</p>`}
        ${done.length ? this.#done(done) : nothing}
      </section>
    `;
  }

  #place({ id, company, place }) {
    const opportunity = this.opportunities.get(id);
    return html`<li data-inscription=${id} class=${opportunity ? 'free' : ''}>
      <p class="place"><strong>${place}</strong><span>${ordinal(place)}</span></p>
      <div>
        <p class="who">${company.name}</p>
        <p class="since">${opportunity ? this.#chance(opportunity) : t('places.waiting', { count: place - 1 })}</p>
      </div>
      <button
        type="button"
        class="link"
        aria-label=${t('places.leave_company', { company: company.name })}
        @click=${() => this.#leave(id, company)}
      >${t('places.leave')}</button>
    </li>`;
  }

  #chance({ place, expected_wait_minutes: minutes }) {
    const { status } = this.student;
    if (place === 1 && status !== 'in_interview') return t(`places.free_${status}`);
    return !minutes ? t('places.free') : t('places.free_wait', { count: Math.ceil(minutes) });
  }

  #done(inscriptions) {
    return html`<details class="done">
      <summary>${t('places.done', { count: inscriptions.length })}</summary>
      <ul>${inscriptions.map(({ company }) => html`<li>${company.name}</li>`)}</ul>
    </details>`;
  }

  async #leave(id, company) {
    const agreed = await confirmed({
      question: t('places.leave_question', { company: company.name }),
      consequence: t('places.leave_consequence'),
      action: t('places.leave_action'),
    });
    if (agreed && (await attempt(() => account.delete(`/api/queues/${id}`)))) this.tell('changed');
  }
}

customElements.define('my-places', MyPlaces);
