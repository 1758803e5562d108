// The form player (form-js) has no translation layer and its calendar speaks English.
import { language, locale } from './language.js';
import { ofPlayer } from './texts.js';

/** Translates what the player shows in that element, now and whenever it changes, until the scope ends. */
export function translateWithin(host, scope) {
  const observer = new MutationObserver(() => translate(host));
  observer.observe(host, { childList: true, subtree: true, characterData: true });
  scope.$on('$destroy', () => observer.disconnect());
}

function translate(host) {
  const texts = document.createTreeWalker(host, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const wording = ofPlayer(node.data.trim());
    if (wording && belongsToPlayer(node.parentElement)) {
      node.data = wording;
    }
  }
  for (const field of host.querySelectorAll('.fjs-container [placeholder]')) {
    field.placeholder = ofPlayer(field.placeholder) ?? field.placeholder;
  }
  for (const control of host.querySelectorAll('.fjs-container [aria-label]')) {
    const name = ofPlayer(control.getAttribute('aria-label'));
    if (name) {
      control.setAttribute('aria-label', name);
    }
  }
  host.querySelectorAll('.flatpickr-input').forEach(speak);
}

/** Not the form's own wording: an author may well call a field "Search". */
function belongsToPlayer(parent) {
  return parent?.closest('.fjs-container') && !parent.closest('label, .fjs-form-field-text, .fjs-form-field-html, .fjs-table');
}

function speak(input) {
  const calendar = input._flatpickr;
  if (calendar && calendar.l10n.tansiq !== language) {
    calendar.set('locale', { ...names(), firstDayOfWeek: 1, tansiq: language });
  }
}

function names() {
  const of = (options, dates) => dates.map(date => new Intl.DateTimeFormat(locale, { ...options, timeZone: 'UTC' }).format(date));
  const months = Array.from({ length: 12 }, (unused, month) => new Date(Date.UTC(2026, month, 1)));
  const days = Array.from({ length: 7 }, (unused, day) => new Date(Date.UTC(2026, 10, 1 + day)));
  return {
    months: { longhand: of({ month: 'long' }, months), shorthand: of({ month: 'short' }, months) },
    weekdays: { longhand: of({ weekday: 'long' }, days), shorthand: of({ weekday: 'short' }, days) }
  };
}
