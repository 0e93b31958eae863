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

export function telephoneField(submission, value, { hint = t('person.telephone_hint'), required = false } = {}) {
  return field(submission, {
    name: 'telephone',
    label: t('person.telephone'),
    hint,
    value,
    type: 'tel',
    autocomplete: 'tel',
    required,
  });
}

export function usernameField(submission, value) {
  return field(submission, {
    name: 'username',
    label: t('person.username'),
    hint: t('person.username_hint'),
    value,
    autocomplete: 'username',
    autocapitalize: 'none',
    maxlength: 30,
    required: false,
  });
}

/** For a way to a new password on which one is asked for it only once. */
export function newPasswordField(submission) {
  return field(submission, {
    name: 'new_password',
    label: t('person.new_password'),
    hint: t('person.password_hint'),
    type: 'password',
    autocomplete: 'new-password',
    minlength: 8,
    maxlength: 128,
  });
}

/** Not seen: tells whoever keeps passwords whose this one is. */
export function passwordOwner(email) {
  return html`<input type="text" autocomplete="username" .value=${email} hidden readonly />`;
}

export function codeField(submission) {
  return html`<div class="code">
    ${field(submission, {
      name: 'code',
      label: t('code.code'),
      inputmode: 'numeric',
      autocomplete: 'one-time-code',
      pattern: '[0-9]{6}',
      maxlength: 6,
    })}
  </div>`;
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
