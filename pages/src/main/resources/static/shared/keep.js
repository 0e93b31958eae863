import { account } from './session.js';
import { attempt } from './toast.js';

/** Has the browser keep what is at this path as a file. A link alone could not show who asks. */
export function keep(path, name) {
  return attempt(async () => save(await account.download(path), name));
}

function save(content, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
