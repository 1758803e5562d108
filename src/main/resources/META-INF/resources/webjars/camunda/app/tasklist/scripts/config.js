// Tasklist's settings. What the scripts do stands in each of them, under ../tansiq/.
import { adopt, language, provideLabels } from '../tansiq/language.js';
import { text } from '../tansiq/texts.js';

// Tasklist gives up on its own scripts after 7 seconds and stays blank; it sets no limit itself, but where nobody reads it
window.require?.config({ waitSeconds: 0 });
adopt();
await provideLabels();
dueFirst();

/** Tasks open in the order of their due dates, unless the address says otherwise. */
function dueFirst() {
  const [path, query] = window.location.hash.split('?');
  const wished = new URLSearchParams(query);
  if (!wished.has('sorting')) {
    wished.set('sorting', JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }]));
    window.history.replaceState(null, '', `${path || '#/'}?${wished}`);
  }
}

export default {
  app: { vendor: text('vendor'), name: text('tasks') },
  dateFormat: { normal: 'LLL', long: 'LLLL', short: 'LL', abbr: 'L LT' },
  locales: { availableLocales: ['fr', 'ar', 'en'], fallbackLocale: language },
  customScripts: ['tansiq/session.js', 'tansiq/forms.js', 'tansiq/messages.js', 'tansiq/dates.js', 'tansiq/navigation.js', 'tansiq/accessibility.js'],
  csrfCookieName: 'XSRF-TOKEN',
  disableWelcomeMessage: true,
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: text('shortcut.claim') },
    focusFilter: { key: 'ctrl+shift+f', description: text('shortcut.filter') },
    focusList: { key: 'ctrl+alt+l', description: text('shortcut.list') },
    focusForm: { key: 'ctrl+alt+f', description: text('shortcut.form') }
  }
};
