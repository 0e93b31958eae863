import { html } from 'lit';
import './masthead.js';

/** The frame around signing in, signing up and proving: the tree on one side, one form on the other. */
export function entrance(title, lead, form) {
  return html`
    <palabre-masthead anonymous></palabre-masthead>
    <main id="main" class="entrance">
      <div class="shade"><img src="/shared/tree.svg" alt="" /></div>
      <section>
        <h1>${title}</h1>
        ${lead ? html`<p class="lead">${lead}</p>` : ''}
        ${form}
      </section>
    </main>
  `;
}
