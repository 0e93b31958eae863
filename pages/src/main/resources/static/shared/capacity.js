import { html } from 'lit';
import { field } from './form.js';
import { t } from './texts.js';

export function capacityFields(submission, { max_concurrent_interviews = 1, max_queue_size = null } = {}) {
  return html`
    ${field(submission, {
      name: 'max_concurrent_interviews',
      label: t('capacity.slots'),
      hint: t('capacity.slots_hint'),
      type: 'number',
      inputmode: 'numeric',
      min: 1,
      max: 100,
      value: max_concurrent_interviews,
    })}
    ${field(submission, {
      name: 'max_queue_size',
      label: t('capacity.limit'),
      hint: t('capacity.limit_hint'),
      type: 'number',
      inputmode: 'numeric',
      min: 1,
      max: 10_000,
      value: max_queue_size ?? '',
      required: false,
    })}
  `;
}

export function capacity({ max_concurrent_interviews, max_queue_size }) {
  return {
    max_concurrent_interviews: Number(max_concurrent_interviews),
    max_queue_size: max_queue_size === '' ? null : Number(max_queue_size),
  };
}
