import { html, nothing } from 'lit';
import { PalabreElement } from '/shared/element.js';
import { portrait } from '/shared/portrait.js';
import { account } from '/shared/session.js';
import { day, t } from '/shared/texts.js';
import { attempt, toast } from '/shared/toast.js';

const TYPES = ['image/jpeg', 'image/png', 'image/webp'];
const LARGEST = 5 * 1024 * 1024;

/** Who one is here; the photo is shown as it will be before it is kept. */
class MyPhoto extends PalabreElement {
  static properties = { user: { attribute: false }, chosen: { state: true }, busy: { state: true } };

  #preview = null;

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#choose(null);
  }

  render() {
    const { first_name, last_name, email, created_at, is_verified } = this.user;
    return html`
      <section class="myself" aria-label=${t('account.photo')}>
        ${portrait(this.user, { preview: this.#preview })}
        <div class="whoami">
          <p class="who">${first_name} ${last_name}</p>
          <p class="since">${email}</p>
          <p class="since">${t('account.since', { day: day(created_at) })}</p>
          ${is_verified ? html`<p class="verified">${t('account.verified')}</p>` : nothing}
        </div>
        <div class="actions">${this.chosen ? this.#keeping() : this.#choosing()}</div>
      </section>
    `;
  }

  #choosing() {
    return html`
      <input id="photo" type="file" class="picked" accept=${TYPES.join()} @change=${this.#picked} />
      <label class="button secondary" for="photo">${t(this.user.photo_url ? 'photo.change' : 'photo.add')}</label>
      ${this.user.photo_url
        ? html`<button type="button" class="quiet" ?disabled=${this.busy} @click=${this.#remove}>
            ${t('photo.remove')}
          </button>`
        : nothing}
    `;
  }

  #keeping() {
    return html`
      <button type="button" class="primary" ?disabled=${this.busy} @click=${this.#keep}>${t('photo.keep')}</button>
      <button type="button" class="quiet" ?disabled=${this.busy} @click=${this.#dismiss}>${t('confirm.no')}</button>
    `;
  }

  async #picked({ target: { files } }) {
    const [file] = files;
    if (!file) return;
    if (!TYPES.includes(file.type)) return toast(t('photo.wrong_type'), 'refused');
    if (file.size > LARGEST) return toast(t('photo.too_large'), 'refused');
    this.#choose(file);
    await this.updateComplete;
    this.querySelector('.primary').focus();
  }

  async #keep() {
    const body = new FormData();
    body.append('file', this.chosen);
    if (await this.#change(() => account.put('/api/users/me/photo', body))) await this.#dismiss();
  }

  #remove() {
    return this.#change(() => account.delete('/api/users/me/photo'));
  }

  async #change(call) {
    this.busy = true;
    const changed = await attempt(async () => this.tell('changed', await call()), {
      too_large: t('photo.too_large'),
      unsupported_media: t('photo.wrong_type'),
    });
    this.busy = false;
    return changed;
  }

  async #dismiss() {
    this.#choose(null);
    await this.updateComplete;
    this.querySelector('#photo').focus();
  }

  #choose(file) {
    if (this.#preview) URL.revokeObjectURL(this.#preview);
    this.#preview = file && URL.createObjectURL(file);
    this.chosen = file;
  }
}

customElements.define('my-photo', MyPhoto);
