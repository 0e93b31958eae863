import { anyone } from './api.js';
import { language } from './texts.js';

/** What a platform counts in, unless it says otherwise. */
const USUAL = 'XOF';

/** Money as people read it. */
export function money({ amount, currency }) {
  return new Intl.NumberFormat(language, { style: 'currency', currency }).format(amount);
}

/** The sum of prices, each taken so many times; for the eye alone, for the server adds up itself. */
export function total(parts) {
  const [{ price }] = parts;
  const amount = parts.reduce((sum, { price, quantity }) => sum + Number(price.amount) * quantity, 0);
  return money({ amount, currency: price.currency });
}

/** What the platform counts in, as its plans tell. */
export async function platformCurrency() {
  const { results } = await anyone.get('/api/plans', { page_size: 1 });
  return results[0]?.price.currency ?? USUAL;
}
