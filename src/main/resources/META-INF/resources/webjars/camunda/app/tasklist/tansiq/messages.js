// Errors speak of what is on the screen, and are text: names of people and what they typed are not markup.

window.angular.module('cam.tasklist').run(['$rootScope', '$location', 'Notifications', ($rootScope, $location, Notifications) => {
  const addError = Notifications.addError;
  Notifications.addError = error => {
    const message = error.message;
    return addError.call(Notifications, typeof message === 'string' ? { ...error, message: escaped(message) } : error);
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

function escaped(message) {
  const text = document.createElement('span');
  text.textContent = message;
  return text.innerHTML;
}

export default [];
