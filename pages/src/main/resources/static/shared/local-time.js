/** An instant as an input of the type datetime-local has it, on the clock of whoever types. */
export function asInput(instant) {
  if (!instant) return '';
  const then = new Date(instant);
  return new Date(then - then.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The instant that was typed into such an input, or midnight of a day; null where nothing was. */
export function fromInput(text) {
  if (!text) return null;
  return new Date(text.includes('T') ? text : `${text}T00:00`).toISOString();
}

/** The end of a day that was typed. */
export function endOf(day) {
  if (!day) return null;
  const next = new Date(`${day}T00:00`);
  next.setDate(next.getDate() + 1);
  return next.toISOString();
}
