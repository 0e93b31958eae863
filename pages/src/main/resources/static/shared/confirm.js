import { html, render } from 'lit';
import { t } from './texts.js';

/** Asks before what cannot be undone; answers whether the person agreed. */
export function confirmed({ question, consequence, action }) {
  const dialog = document.createElement('dialog');
  dialog.setAttribute('aria-labelledby', 'confirm-question');
  render(
    html`<form method="dialog">
      <h2 id="confirm-question">${question}</h2>
      <p>${consequence}</p>
      <div class="actions">
        <button class="quiet" value="no" autofocus>${t('confirm.no')}</button>
        <button class="danger" value="yes">${action}</button>
      </div>
    </form>`,
    dialog,
  );
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((answer) => {
    dialog.onclose = () => {
      dialog.remove();
      answer(dialog.returnValue === 'yes');
    };
  });
}
