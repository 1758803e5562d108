// Dates in Morocco's legal time, shown as they are: "in 6 days" is no date. Late is what is late by the server's clock.
import { legalOffset, listen, now, simulated } from './clock.js';
import { text } from './texts.js';

const ALWAYS = -1e6;

const tasklist = window.angular.module('cam.tasklist');

listen();

tasklist.config(['$provide', $provide => {
  // dates are not edited here: they stay as the server wrote them, with their offset
  $provide.decorator('unfixDate', () => date => date);
  $provide.decorator('dateFilter', ['$delegate', stock => (date, format) => stock(date, format, zone())]);
}]);

tasklist.run(['moment', 'amTimeAgoConfig', (moment, config) => {
  moment.now = now;
  moment.updateOffset = date => date.utcOffset(legalOffset());
  config.fullDateThreshold = ALWAYS;
  config.fullDateFormat = 'DD/MM/YYYY HH:mm';
}]);

/** Tasklist compares texts: what the server wrote with what the clock says, both in UTC. */
for (const host of ['camTasks', 'camTasklistTaskMeta']) {
  tasklist.directive(host, () => ({
    restrict: 'A',
    link: {
      pre(scope, element) {
        const shown = element.isolateScope() ?? scope;
        Object.defineProperty(shown, 'now', { get: () => new Date(now()).toJSON(), set() {}, configurable: true });
      }
    }
  }));
}

tasklist.directive('camWidgetFooter', () => ({
  restrict: 'A',
  link: {
    pre(scope, element) {
      const shown = element.isolateScope() ?? scope;
      Object.defineProperty(shown, 'timezoneName', { get: footer, set() {} });
    }
  }
}));

/** Which time it is, and that it is that of a replay where it is. */
function footer() {
  return simulated() ? `${text('zone')} · ${text('simulated')} (${simulated()})` : text('zone');
}

function zone() {
  const minutes = legalOffset();
  const figures = number => String(Math.floor(Math.abs(number))).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${figures(minutes / 60)}${figures(minutes % 60)}`;
}

export default [];
