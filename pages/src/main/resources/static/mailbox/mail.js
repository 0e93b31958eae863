const HEAD = `<!doctype html><base target="_blank"><link rel="stylesheet" href="${location.origin}/mailbox/mail.css">`;

/** The page's policy would refuse a mail's own styles, so it wears ours. The sandbox lets none of its scripts run. */
export function readable(mail) {
  return HEAD + mail.replace(/<style[\s\S]*?<\/style>/gi, '').replace(/\sstyle=("[^"]*"|'[^']*')/gi, '');
}
