import { html, nothing } from 'lit';
import { PalabreElement } from '/shared/element.js';
import '/shared/live-state.js';
import { account } from '/shared/session.js';
import { t } from '/shared/texts.js';
import { attempt } from '/shared/toast.js';

class MyStatus extends PalabreElement {
  static properties = { student: { attribute: false }, live: { attribute: false }, busy: { state: true } };

  render() {
    const { status, first_name } = this.student;
    return html`
      <section class="status" data-status=${status} aria-label=${t('student.my_status')}>
        <palabre-live-state .live=${this.live}></palabre-live-state>
        <div aria-live="assertive">${status === 'in_interview' ? this.#turn() : this.#calm(status, first_name)}</div>
        ${status === 'available' ? this.#switch('paused', 'quiet') : nothing}
        ${status === 'paused' ? this.#switch('available', 'accent') : nothing}
      </section>
    `;
  }

  #turn() {
    return html`
      <p class="call">${t('student.turn')}</p>
      <h1>${this.student.current_company?.name}</h1>
      <p>${t('student.turn_text')}</p>
    `;
  }

  #calm(status, first_name) {
    return html`
      <h1>${t('student.hello', { name: first_name })}</h1>
      <p>${t(`student.${status}_text`)}</p>
    `;
  }

  #switch(status, look) {
    return html`<button type="button" class=${look} ?disabled=${this.busy} @click=${() => this.#become(status)}>
      ${t(`student.become_${status}`)}
    </button>`;
  }

  async #become(status) {
    this.busy = true;
    if (await attempt(() => account.put('/api/students/me/status', { status }))) this.tell('changed');
    this.busy = false;
  }
}

customElements.define('my-status', MyStatus);
