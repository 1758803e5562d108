// Makes task forms dependable: what is typed survives a change of task or tab and a refusal, Complete is usable after
// a row of a list was edited, completion is confirmed, and what the form player says in English is said in the person's language.
import { discard, has } from './drafts.js';
import { translateWithin } from './player.js';
import { text } from './texts.js';

const SETTLED = 400;

const TYPING = 1500;

const CONFIRMED = 8000;

window.angular.module('cam.tasklist')
  .directive('camTasklistForm', ['$timeout', 'Notifications', ($timeout, Notifications) => ({
    restrict: 'A',
    require: 'camTasklistForm',
    link(scope, element, attributes, form) {
      believeShownErrorsOnly(form, element[0], $timeout);
      keepDraft(form, element[0], scope);
      keepWhatIsTyped(element[0]);
      holdStillWhilePressed(element[0], scope);
      markRefused(element[0], scope);
      confirmCompletion(form, element[0], scope, Notifications);
      element[0].addEventListener('click', event => event.target.closest('.btn-primary') && Notifications.clearAll(), true);
      translateWithin(element[0], scope);
    }
  })])
  .directive('camTasklistFormCamunda', () => ({
    restrict: 'A',
    require: '^camTasklistForm',
    link: {
      pre(scope, element, attributes, form) {
        offerClaim(element[0]);
        tellRestored(form.getParams().taskId, element[0]);
      }
    }
  }));

/** A list reports itself invalid for good once a row was edited; invalid is what shows an error, the server judges the rest. */
function believeShownErrorsOnly(form, host, $timeout) {
  const validated = form.notifyFormValidated;
  form.notifyFormValidated = invalid => {
    if (!invalid) {
      return validated(false);
    }
    const failed = () => Boolean(form.getTasklistForm()?.$error);
    return $timeout(() => validated(failed() || host.querySelector('.fjs-form-field-error') !== null), SETTLED);
  };
}

function keepDraft(form, host, scope) {
  let save = () => {};
  let pending = null;
  const register = form.registerSaveHandler;
  form.registerSaveHandler = handler => {
    save = handler;
    register(handler);
  };
  const flush = () => {
    if (pending !== null) {
      clearTimeout(pending);
      pending = null;
      save();
    }
  };
  const later = event => {
    if (event.isTrusted && event.target.closest('.fjs-container')) {
      clearTimeout(pending);
      pending = setTimeout(flush, SETTLED);
    }
  };
  for (const type of ['input', 'click', 'keyup']) {
    host.addEventListener(type, later);
  }
  host.addEventListener('submit', flush, true);
  host.addEventListener('click', event => event.target.closest('.form-actions') && flush(), true);
  const leave = () => {
    takeOver(host);
    flush();
  };
  window.addEventListener('pagehide', leave);
  scope.$on('$destroy', () => {
    leave();
    window.removeEventListener('pagehide', leave);
  });
}

/** The player takes over what was typed when the field is left, or a moment later: a form that goes away leaves it now. */
function takeOver(host) {
  const field = document.activeElement;
  if (host.contains(field)) {
    field.dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
  }
}

/**
 * The player takes over what is typed a moment later. Where it draws the form in between, as on a slow machine, it writes the
 * old text back and takes that; so nobody writes there until the text is left, or has rested for longer than that moment.
 */
function keepWhatIsTyped(host) {
  host.addEventListener('input', event => {
    const field = event.target;
    if (!field.matches('.fjs-textarea, .fjs-form-field-textfield .fjs-input')) {
      return;
    }
    const { get, set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value');
    const typed = get.call(field);
    Object.defineProperty(field, 'value', {
      configurable: true,
      get,
      set(text) {
        set.call(field, typed);
      }
    });
    clearTimeout(field.tansiqTyping);
    field.tansiqTyping = setTimeout(() => delete field.value, TYPING);
  }, true);
  host.addEventListener('focusout', event => delete event.target.value);
}

/**
 * A press takes the focus out of a text, which form-js then measures by folding it up. At the end of a long form that lets
 * the page slide, the button leaves the pointer between press and release, and the click is lost.
 */
function holdStillWhilePressed(host, scope) {
  const release = () => setTimeout(() => host.querySelector('.fjs-container')?.style.removeProperty('min-height'));
  host.addEventListener('pointerdown', () => {
    const form = host.querySelector('.fjs-container');
    form?.style.setProperty('min-height', `${form.offsetHeight}px`);
  }, true);
  for (const end of ['pointerup', 'pointercancel']) {
    window.addEventListener(end, release, true);
    scope.$on('$destroy', () => window.removeEventListener(end, release, true));
  }
}

/**
 * Marks the fields that a refusal names, « so », until they are changed or the form is sent again. Where a list has several
 * fields of one name, those that are empty are meant. Refused at once is all that is wrong, so what has an asterisk and is
 * empty is marked too.
 */
function markRefused(host, scope) {
  const mark = ({ detail }) => {
    host.querySelectorAll('.tansiq-refused').forEach(unmark);
    const labels = [...host.querySelectorAll('.fjs-form .fjs-form-field label.fjs-form-field-label')];
    const named = [...detail.matchAll(/«\s*([^»]+?)\s*»/g)].flatMap(([, name]) => {
      const same = labels.filter(label => plain(label.textContent) === plain(name));
      return same.length === 1 ? same : same.filter(isEmpty);
    });
    const missing = labels.filter(label => /\*\s*$/.test(label.textContent) && isEmpty(label));
    [...named, ...missing].map(label => label.closest('.fjs-datetime-subsection') ?? label.closest('.fjs-form-field')).forEach(field => {
      field.classList.add('tansiq-refused');
      field.querySelectorAll('input, textarea').forEach(input => input.setAttribute('aria-invalid', 'true'));
    });
    host.querySelector('.tansiq-refused')?.scrollIntoView({ block: 'center' });
  };
  document.addEventListener('tansiq:refused', mark);
  for (const change of ['input', 'click']) {
    host.addEventListener(change, event => {
      const field = event.target.closest('.tansiq-refused');
      if (field) {
        unmark(field);
      }
    });
  }
  scope.$on('$destroy', () => document.removeEventListener('tansiq:refused', mark));
}

function unmark(field) {
  field.classList.remove('tansiq-refused');
  field.querySelectorAll('[aria-invalid]').forEach(input => input.removeAttribute('aria-invalid'));
}

function plain(label) {
  return label.replace(/\s*\*\s*$/, '').replaceAll('\u00a0', ' ').trim();
}

function isEmpty(label) {
  const field = label.closest('.fjs-form-field');
  return Boolean(field.querySelector('.fjs-select-placeholder'))
    || [...field.querySelectorAll('input:not([type=checkbox]):not([type=radio]):not(.fjs-select-hidden-input), textarea')].some(input => input.value === '');
}

/** Whoever completed a task is told so, and what it means to have proposed nothing. */
function confirmCompletion(form, host, scope, Notifications) {
  const register = form.registerCompletionHandler;
  form.registerCompletionHandler = handler => register(handler && (done => {
    const task = scope.task;
    const nothing = task?.taskDefinitionKey === 'Task_ProposeItems' && !host.querySelector('.fjs-repeat-row-container');
    handler((error, ...rest) => {
      if (!error) {
        const message = nothing ? text('done.nothing-proposed') : task?.name;
        Notifications.addMessage({ status: text('done'), message, duration: CONFIRMED });
      }
      return done(error, ...rest);
    });
  }));
}

/** A form is closed until somebody takes the task; the style sheet shows this for as long as it can be taken. */
function offerClaim(element) {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-primary';
  button.textContent = text('claim.do');
  button.addEventListener('click', () => document.querySelector('button.claim')?.click());
  const notice = document.createElement('p');
  notice.className = 'tansiq-claim';
  notice.append(text('claim.first'), ' ', button);
  element.before(notice);
}

function tellRestored(task, element) {
  if (!task || !has(task)) {
    return;
  }
  const notice = document.createElement('p');
  notice.className = 'tansiq-restored';
  notice.setAttribute('role', 'status');
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'btn btn-link';
  button.textContent = text('draft.discard');
  button.addEventListener('click', () => {
    discard(task);
    window.location.reload();
  });
  notice.append(text('draft.restored'), ' ', button);
  element.before(notice);
}

export default [];
