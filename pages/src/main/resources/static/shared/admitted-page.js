import { html } from 'lit';
import { PalabreElement } from './element.js';
import './masthead.js';
import { admitted, session } from './session.js';
import { t } from './texts.js';

/** A page for whoever has proved an address, or has the role that it needs: it has a `look`, a `content` and what to do on `enter`. */
export class AdmittedPage extends PalabreElement {
  static properties = { stage: { state: true } };

  roleNeeded = null;

  constructor() {
    super();
    this.stage = 'loading';
  }

  async connectedCallback() {
    super.connectedCallback();
    if (!(await admitted(this.roleNeeded))) return;
    this.stage = !this.roleNeeded || session.has(this.roleNeeded) ? 'in' : 'refused';
    if (this.stage === 'in') this.enter();
  }

  enter() {}

  render() {
    return html`
      <palabre-masthead></palabre-masthead>
      <main id="main" class=${this.look}>${this.#stage()}</main>
    `;
  }

  #stage() {
    if (this.stage === 'in') return this.content();
    return this.stage === 'refused'
      ? html`<p class="empty" role="alert">${t('admin.not_an_admin')}</p>`
      : html`<p class="empty" role="status">${t('loading')}</p>`;
  }
}
