// The way back to the pages, and Tasklist's own links pointed at them.
import { ask } from './clock.js';
import { ofFilter, text } from './texts.js';

const link = (address, label, id) => ({
  id,
  pluginPoint: 'tasklist.navbar.action',
  priority: 1000,
  render(node) {
    const anchor = document.createElement('a');
    anchor.href = address;
    anchor.textContent = label;
    node.append(anchor);
  }
});

window.angular.module('cam.tasklist').run(['$rootScope', $rootScope => {
  $rootScope.$watch('authentication', person => {
    const administrator = Boolean(person?.authorizedApps?.includes('admin'));
    document.documentElement.classList.toggle('tansiq-administrator', administrator);
  });
}]);

window.angular.module('cam.tasklist').directive('camTasklistFilters', () => ({
  restrict: 'A',
  link(scope, element) {
    const observer = new MutationObserver(() => nameFilters(element[0]));
    observer.observe(element[0], { childList: true, subtree: true, characterData: true });
    scope.$on('$destroy', () => observer.disconnect());
  }
}));

function nameFilters(host) {
  const texts = document.createTreeWalker(host, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const name = ofFilter(node.data.trim());
    if (name && node.parentElement.closest('h4')) {
      node.data = `${name} `;
    }
  }
}

/** On a small screen the task stands below filters and list: who opens one is taken there, and kept there while they load. */
window.angular.module('cam.tasklist').directive('camTasklistForm', () => ({
  restrict: 'A',
  link(scope, element) {
    if (!window.matchMedia('(max-width: 991px)').matches) {
      return;
    }
    const shown = new MutationObserver(() => {
      if (element[0].querySelector('.fjs-form')) {
        shown.disconnect();
        stay(element[0].closest('.column-right'));
      }
    });
    shown.observe(element[0], { childList: true, subtree: true });
    scope.$on('$destroy', () => shown.disconnect());
  }
}));

/** Scrolls there again whenever what stands above it grows, until the person does something. */
function stay(column) {
  const growing = new ResizeObserver(() => column.scrollIntoView());
  document.querySelectorAll('.column-left, .column-center, .column-right').forEach(each => growing.observe(each));
  const acts = ['pointerdown', 'keydown', 'wheel', 'touchstart'];
  const leave = () => {
    growing.disconnect();
    acts.forEach(act => window.removeEventListener(act, leave, true));
  };
  acts.forEach(act => window.addEventListener(act, leave, true));
}

/** Which meeting or action a task is about: two tasks of one name are told apart in the list. */
const subject = {
  id: 'tansiq-subject',
  pluginPoint: 'tasklist.card',
  priority: 2000,
  async render(node, { api }, scope) {
    const task = encodeURIComponent(scope.task.id);
    const answer = await ask(`${api.engineApi}/task/${task}/form-variables?variableNames=reference,title,bodyName`);
    if (answer.ok) {
      const variables = await answer.json();
      node.className = 'tansiq-subject';
      node.textContent = [variables.reference?.value, variables.title?.value ?? variables.bodyName?.value].filter(Boolean).join(' · ');
    }
  }
};

/** The account's page is ours; Tasklist would open its welcome application. */
document.addEventListener('click', event => {
  if (event.target.closest('[cam-widget-header] li.profile a')) {
    event.preventDefault();
    window.location.assign('/account');
  }
}, true);

export default [
  subject,
  link('/', text('home'), 'tansiq-home'),
  link('/my-committees', text('committees'), 'tansiq-committees')
];
