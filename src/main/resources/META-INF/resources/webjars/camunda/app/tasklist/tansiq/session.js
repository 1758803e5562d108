// One session for pages and Tasklist: who is not signed in goes to /login and comes back to the task; who signs out leaves nothing behind.
import { forgetAll, forgetOthers, keepFor } from './drafts.js';

const SIGNED_OUT = 'tansiq-signed-out';
const SENT_AWAY = 'tansiq-sent-away';

const AFTERMATH = 1500;

let leaving = false;

window.angular.module('cam.tasklist').run(['$rootScope', '$location', ($rootScope, $location) => {
  let account = '';
  let task = null;
  keepFor(() => account);

  $rootScope.$on('authentication.changed', (event, authentication) => {
    if (authentication?.name) {
      account = authentication.name;
      forgetOthers(account);
    }
  });

  $rootScope.$watch('authentication.name', name => {
    account = name ?? account;
  });

  // a task that cannot be read any more is taken out of the address before the end of the session is noticed
  $rootScope.$on('$locationChangeSuccess', () => {
    const shown = $location.search().task;
    if (shown) {
      task = shown;
    } else {
      setTimeout(() => (task = $location.search().task ?? null), AFTERMATH);
    }
  });

  $rootScope.$on('authentication.login.required', event => {
    event.preventDefault();
    signIn(task);
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
    // requests still under way would replace the session in which the sign-in begins
    setTimeout(() => window.location.assign(justTried ? '/login' : back), AFTERMATH / 3);
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
