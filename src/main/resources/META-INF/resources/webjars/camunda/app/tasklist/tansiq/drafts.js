// What a person has typed and not sent, per account and task, for as long as the browser's tab lives.
// Tasklist writes it to local storage, where the next person at the same computer would find it; it goes here instead.

const STOCK = 'camunda-form:';
const OWN = 'tansiq-draft:';

let closed = false;

/** Sends Tasklist's own reading and writing of drafts to the session storage of that account. */
export function keepFor(account) {
  const own = key => `${OWN}${account()}:${key.slice(STOCK.length)}`;
  for (const operation of ['getItem', 'setItem', 'removeItem']) {
    const stock = Storage.prototype[operation];
    Storage.prototype[operation] = function (key, ...values) {
      if (this !== localStorage || !String(key).startsWith(STOCK)) {
        return stock.call(this, key, ...values);
      }
      return closed ? null : stock.call(sessionStorage, own(key), ...values);
    };
  }
  Object.keys(localStorage).filter(key => key.startsWith(STOCK)).forEach(key => delete localStorage[key]);
}

export const has = task => localStorage.getItem(STOCK + task) !== null;

export const discard = task => localStorage.removeItem(STOCK + task);

/** Forgets the drafts of everyone but that account: somebody else has signed in since. */
export function forgetOthers(account) {
  forget(key => !key.startsWith(`${OWN}${account}:`));
}

/** Forgets all drafts and takes no more: forms still save while the page is left. */
export function forgetAll() {
  closed = true;
  forget(() => true);
}

function forget(which) {
  Object.keys(sessionStorage)
    .filter(key => key.startsWith(OWN) && which(key))
    .forEach(key => sessionStorage.removeItem(key));
}
