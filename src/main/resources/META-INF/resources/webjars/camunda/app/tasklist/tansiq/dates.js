// Dates are shown as they are: "in 6 days" counts from this computer's clock, which need not be the application's.

const ALWAYS = -1e6;

window.angular.module('cam.tasklist').run(['amTimeAgoConfig', config => {
  config.fullDateThreshold = ALWAYS;
  config.fullDateFormat = 'L LT';
}]);

export default [];
