// What Tasklist leaves out for people who do not see the screen: landmarks, and names of buttons that show a picture only.
import { text } from './texts.js';

const roles = { '[cam-widget-header]': 'banner', '.site-wrap': 'main' };

const names = {
  '[data-region="filters"]': 'name.filters',
  '[data-region="list"]': 'name.list',
  '[data-region="task"]': 'name.task',
  '.task-details > .top > .btn-link': 'name.task',
  '.sort-direction': 'name.direction',
  '.new-sort .dropdown-toggle, .new-sort > a': 'name.sort',
  '.tasks-list .btn-default.dropdown-toggle': 'name.searches',
  'button.unclaim': 'name.unclaim',
  '.page-notifications .close': 'name.close'
};

for (const [selector, role] of Object.entries(roles)) {
  document.querySelector(selector)?.setAttribute('role', role);
}

new MutationObserver(name).observe(document.body, { childList: true, subtree: true });

document.addEventListener('keyup', announceChoices);

function name() {
  announceChoices();
  document.querySelectorAll('input.main-field[aria-expanded]:not([role])').forEach(search => search.setAttribute('role', 'combobox'));
  // dates come from the deadlines: nothing is edited there
  document.querySelectorAll('.due-date[tabindex="0"], .followup-date[tabindex="0"]').forEach(date => date.setAttribute('tabindex', '-1'));
  for (const [selector, key] of Object.entries(names)) {
    document.querySelectorAll(`:is(${selector}):not([aria-label])`).forEach(nameless => {
      if (!nameless.innerText.trim()) {
        nameless.setAttribute('aria-label', text(key));
      }
    });
  }
}

/** Says of the choices of a form what a screen reader needs: that they are choices, whether they are open, where one is. */
function announceChoices() {
  for (const input of document.querySelectorAll('.fjs-form-field-select .fjs-select-hidden-input')) {
    const list = input.closest('.fjs-form-field-select').querySelector('.fjs-dropdownlist');
    input.setAttribute('role', 'combobox');
    input.setAttribute('aria-haspopup', 'listbox');
    input.setAttribute('aria-expanded', String(list !== null));
    if (list) {
      announceOptions(input, list);
    } else {
      input.removeAttribute('aria-controls');
      input.removeAttribute('aria-activedescendant');
    }
  }
}

function announceOptions(input, list) {
  list.setAttribute('role', 'listbox');
  list.id = `${input.id}-choices`;
  input.setAttribute('aria-controls', list.id);
  list.querySelectorAll('.fjs-dropdownlist-item').forEach((option, place) => {
    const current = option.classList.contains('focused');
    option.setAttribute('role', 'option');
    option.id = `${list.id}-${place}`;
    option.setAttribute('aria-selected', String(current));
    if (current) {
      input.setAttribute('aria-activedescendant', option.id);
    }
  });
}

export default [];
