import { html } from 'lit';
import { PalabreElement } from '/shared/element.js';
import { poster } from '/shared/gathering.js';
import { account } from '/shared/session.js';
import { t } from '/shared/texts.js';
import { attempt, toast } from '/shared/toast.js';

const TYPES = ['image/jpeg', 'image/png', 'image/webp'];

class EventPicture extends PalabreElement {
  static properties = { gathering: { attribute: false }, busy: { state: true } };

  render() {
    return html`<section aria-labelledby="picture">
      <h2 id="picture">${t('desk.picture')}</h2>
      ${poster(this.gathering)}
      <div class="actions">
        <input
          id="chosen"
          type="file"
          class="picked"
          accept=${TYPES.join()}
          ?disabled=${this.busy}
          @change=${this.#send}
        />
        <label class="button secondary" for="chosen">
          ${t(this.gathering.image_url ? 'desk.change_picture' : 'desk.add_picture')}
        </label>
      </div>
    </section>`;
  }

  async #send({ target }) {
    const body = new FormData();
    body.append('file', target.files[0]);
    this.busy = true;
    const kept = await attempt(() => account.put(`/api/events/${this.gathering.id}/image`, body), {
      too_large: t('photo.too_large'),
      unsupported_media: t('photo.wrong_type'),
    });
    if (kept) toast(t('account.saved'));
    target.value = '';
    this.busy = false;
  }
}

customElements.define('event-picture', EventPicture);
