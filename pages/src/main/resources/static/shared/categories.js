import { anyone } from './api.js';
import { byName } from './texts.js';

const ALL = 100;

/** All categories, each parent followed by its children. */
export async function categories() {
  const { results } = await anyone.get('/api/event-categories', { page_size: ALL });
  const sorted = results.sort((a, b) => byName(a.name, b.name));
  const children = ({ id }) => sorted.filter(({ parent }) => parent === id);
  return sorted.filter(({ parent }) => !parent).flatMap((parent) => [parent, ...children(parent)]);
}

/** By id, as the choices of a field. */
export function choicesOf(categories) {
  return Object.fromEntries(categories.map(({ id, name, parent }) => [id, parent ? `– ${name}` : name]));
}
