import { html } from 'lit';
import { field } from './form.js';
import { t } from './texts.js';

export function nameFields(submission, { first_name = '', last_name = '' } = {}) {
  return html`
    <div class="pair">
      ${field(submission, {
        name: 'first_name',
        label: t('person.first_name'),
        value: first_name,
        autocomplete: 'given-name',
        maxlength: 100,
      })}
      ${field(submission, {
        name: 'last_name',
        label: t('person.last_name'),
        value: last_name,
        autocomplete: 'family-name',
        maxlength: 100,
      })}
    </div>
  `;
}

export function emailField(submission, value = '') {
  return field(submission, {
    name: 'email',
    label: t('person.email'),
    value,
    type: 'email',
    autocomplete: 'email',
    maxlength: 254,
  });
}

export function newPasswordFields(submission) {
  return html`
    ${field(submission, {
      name: 'password',
      label: t('person.password'),
      hint: t('person.password_hint'),
      type: 'password',
      autocomplete: 'new-password',
      minlength: 8,
      maxlength: 128,
    })}
    ${field(submission, {
      name: 'password_confirm',
      label: t('person.password_confirm'),
      type: 'password',
      autocomplete: 'new-password',
      maxlength: 128,
    })}
  `;
}
