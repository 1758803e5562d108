// One session for pages and Tasklist: who is not signed in goes to /login and comes back to the task; who signs out leaves nothing behind.
import { forgetAll, forgetOthers, keepFor } from './drafts.js';

const SIGNED_OUT = 'tansiq-signed-out';
const SENT_AWAY = 'tansiq-sent-away';

let leaving = false;

window.angular.module('cam.tasklist').run(['$rootScope', '$location', ($rootScope, $location) => {
  keepFor(() => $rootScope.authentication?.name ?? '');

  $rootScope.$on('authentication.changed', (event, authentication) => {
    if (authentication?.name) {
      forgetOthers(authentication.name);
    }
  });

  $rootScope.$on('authentication.login.required', event => {
    event.preventDefault();
    signIn($location.search().task);
  });

  for (const outcome of ['success', 'failure']) {
    $rootScope.$on(`authentication.logout.${outcome}`, event => {
      event.preventDefault();
      localStorage.setItem(SIGNED_OUT, String(Date.now()));
      leave();
    });
  }

  window.addEventListener('storage', event => {
    if (event.key === SIGNED_OUT) {
      leave();
    }
  });
}]);

/** A page that asks for the sign-in and comes back here; the sign-in itself when that was tried a moment ago. */
function signIn(task) {
  const justTried = Date.now() - Number(sessionStorage.getItem(SENT_AWAY) ?? 0) < 5000;
  const back = task ? `/tasks/${encodeURIComponent(task)}` : window.location.pathname;
  once(() => {
    sessionStorage.setItem(SENT_AWAY, String(Date.now()));
    window.location.assign(justTried ? '/login' : back);
  });
}

function leave() {
  once(() => {
    forgetAll();
    window.location.assign('/login?logout');
  });
}

/** Several requests may learn at once that the session is over; the first of them decides where to go. */
function once(go) {
  if (!leaving) {
    leaving = true;
    go();
  }
}

export default [];
