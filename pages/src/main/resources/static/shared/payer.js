import { html } from 'lit';
import { anyone } from './api.js';
import { choice } from './form.js';
import { telephoneField } from './person-fields.js';
import { session } from './session.js';
import { t } from './texts.js';

/** Those who can take money now. */
export async function providers() {
  return (await anyone.get('/api/payment-providers')).results;
}

/** Who takes the money, and from which telephone. */
export function payerFields(submission, offered) {
  return html`
    ${choice(submission, {
      name: 'provider',
      label: t('payer.provider'),
      choices: Object.fromEntries(offered.map(({ provider, name }) => [provider, name])),
    })}
    ${telephoneField(submission, session.user?.telephone, { hint: t('payer.telephone_hint'), required: true })}
  `;
}

/** Where the provider wants the payer to go, if anywhere. */
export function wayToPay({ redirect_url }) {
  return redirect_url ? html`<a class="button primary wide" href=${redirect_url}>${t('payer.go')}</a>` : '';
}
