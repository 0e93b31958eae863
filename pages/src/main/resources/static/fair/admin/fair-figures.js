import { html } from 'lit';
import { PalabreElement } from '/shared/element.js';
import { t } from '/shared/texts.js';

class FairFigures extends PalabreElement {
  static properties = { fair: { attribute: false } };

  render() {
    const { companies, students, inscriptions, average_minutes } = this.fair;
    const average = average_minutes == null ? '–' : t('minutes', { count: average_minutes });
    return html`<dl class="figures">
      ${this.#figure('interviewing', inscriptions.in_interview, t('figures.average', { average }))}
      ${this.#figure('waiting', inscriptions.waiting, t('figures.completed', { count: inscriptions.completed }))}
      ${this.#figure('companies', companies.recruiting, t('figures.companies_paused', { count: companies.paused }))}
      ${this.#figure('students', students.available, t('figures.students_paused', { count: students.paused }))}
    </dl>`;
  }

  #figure(name, value, beside) {
    return html`<div>
      <dt>${t(`figures.${name}`)}</dt>
      <dd>${value} <small>${beside}</small></dd>
    </div>`;
  }
}

customElements.define('fair-figures', FairFigures);
