import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { device } from '/shared/device.js';
import { PalabreElement } from '/shared/element.js';
import { Rereading } from '/shared/rereading.js';
import { account } from '/shared/session.js';
import { ago, t } from '/shared/texts.js';
import { attempt, toast } from '/shared/toast.js';

class MySessions extends PalabreElement {
  static properties = { sessions: { state: true } };

  #rereading = new Rereading(this, async () => {
    this.sessions = (await account.get('/api/auth/sessions', { page_size: 100 })).results;
  });

  connectedCallback() {
    super.connectedCallback();
    this.read();
  }

  read() {
    return this.#rereading.now();
  }

  render() {
    return html`
      <section aria-labelledby="sessions">
        <h2 id="sessions" tabindex="-1">${t('sessions.title')}</h2>
        <p class="lead">${t('sessions.lead')}</p>
        ${this.sessions
          ? html`<ul class="sessions">
              ${repeat(this.sessions, ({ id }) => id, (each) => this.#session(each))}
            </ul>`
          : html`<p class="empty" role="status">${t('loading')}</p>`}
      </section>
    `;
  }

  #session({ id, ip, user_agent, last_used_at, current }) {
    const name = device(user_agent);
    return html`<li>
      <div>
        <p class="who">${name}</p>
        <p class="since">${t('sessions.used', { ago: ago(last_used_at), ip })}</p>
      </div>
      ${current
        ? html`<span class="here">${t('sessions.this_one')}</span>`
        : html`<button
            type="button"
            class="quiet"
            aria-label=${t('sessions.of.end', { name })}
            @click=${() => this.#end(id)}
          >${t('sessions.end')}</button>`}
    </li>`;
  }

  async #end(id) {
    if (!(await attempt(() => account.delete(`/api/auth/sessions/${id}`)))) return;
    await this.read();
    this.querySelector('h2').focus();
    toast(t('sessions.ended'));
  }
}

customElements.define('my-sessions', MySessions);
