// The way back to the pages, and Tasklist's own links pointed at them.
import { text } from './texts.js';

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

/** The account's page is ours; Tasklist would open its welcome application. */
document.addEventListener('click', event => {
  if (event.target.closest('[cam-widget-header] li.profile a')) {
    event.preventDefault();
    window.location.assign('/account');
  }
}, true);

export default [link('/', text('home'), 'tansiq-home'), link('/my-committees', text('committees'), 'tansiq-committees')];
