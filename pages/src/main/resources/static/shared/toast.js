import { Refusal } from './api.js';

const SHOWN_FOR = 6000;

const shelf = document.createElement('div');
shelf.className = 'toasts';
shelf.setAttribute('role', 'status');
shelf.setAttribute('popover', 'manual');
document.body.append(shelf);

export function toast(message, tone = 'plain') {
  if ([...shelf.children].some((note) => note.textContent === message)) return;
  const note = document.createElement('p');
  note.dataset.tone = tone;
  note.textContent = message;
  note.onclick = () => dismiss(note);
  shelf.append(note);
  raise();
  setTimeout(() => dismiss(note), SHOWN_FOR);
}

/** Runs an action and shows its refusal, in these words if there are any for its code; answers whether it succeeded. */
export async function attempt(action, words = {}) {
  try {
    await action();
    return true;
  } catch (refusal) {
    if (!(refusal instanceof Refusal)) throw refusal;
    toast(words[refusal.code] ?? refusal.message, 'refused');
    return false;
  }
}

function dismiss(note) {
  note.remove();
  if (!shelf.childElementCount) shelf.hidePopover?.();
}

/** Shown again so that it lies above a dialog opened since. */
function raise() {
  if (!shelf.showPopover) return;
  if (shelf.matches(':popover-open')) shelf.hidePopover();
  shelf.showPopover();
}
