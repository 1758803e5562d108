// Messages speak of what is on the screen, in the person's language, and cover none of it. Tasklist itself shows them
// as text, not as markup.

/** What the engine says in English when the status has said it already. */
const ENGINE_ONLY = /No matching task|task is null/;

/** The columns begin below the messages: the style sheet moves them by this height. */
window.angular.module('cam.tasklist').directive('notificationsPanel', () => ({
  restrict: 'EA',
  link(scope, element) {
    const panel = element[0];
    const giveWay = () => document.documentElement.style.setProperty('--tansiq-messages', `${panel.offsetHeight}px`);
    new ResizeObserver(giveWay).observe(panel);
  }
}));

window.angular.module('cam.tasklist').run(['$rootScope', '$location', 'Notifications', ($rootScope, $location, Notifications) => {
  const addError = Notifications.addError;
  Notifications.addError = error => {
    const said = ENGINE_ONLY.test(error.message) ? { ...error, message: '' } : error;
    document.dispatchEvent(new CustomEvent('tansiq:refused', { detail: String(said.message ?? '') }));
    return addError.call(Notifications, said);
  };

  let shown = place();
  $rootScope.$on('$locationChangeSuccess', () => {
    const now = place();
    if (now !== shown) {
      shown = now;
      errors().forEach(error => Notifications.clear(error));
    }
  });

  function place() {
    const { task, detailsTab } = $location.search();
    return [task, detailsTab].join(' ');
  }

  function errors() {
    return Notifications.notifications.filter(each => each.type === 'danger' || each.type === 'error');
  }
}]);

export default [];
