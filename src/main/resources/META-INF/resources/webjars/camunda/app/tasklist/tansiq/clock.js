// What time it is in Morocco by the server's clock, which tells it with every answer: that of the browser may be wrong,
// stand in another zone or not know the law of September 2026, and a demonstration may be in next week. The same answers
// say whether a replay played what is shown.

const HEADER = 'Tansiq-Time';
const SIMULATED = 'Tansiq-Simulated';
const OFFSET = /([+-])(\d\d):(\d\d)$/;

let lead = 0;
let offset = 0;
let played = '';

/** Now, in milliseconds since 1970. */
export const now = () => Date.now() + lead;

/** Minutes by which legal time is ahead of UTC. */
export const legalOffset = () => offset;

/** The days that a replay played; empty where people do everything themselves. */
export const simulated = () => played;

export function hear(time, days) {
  played = days ?? played;
  const instant = Date.parse(time ?? '');
  if (!Number.isNaN(instant)) {
    const [, sign, hours, minutes] = time.match(OFFSET) ?? [null, '+', 0, 0];
    lead = instant - Date.now();
    offset = Number(`${sign}1`) * (60 * Number(hours) + Number(minutes));
  }
}

/** Fetches as the browser does, and hears the time. */
export async function ask(...request) {
  const answer = await fetch(...request);
  hear(answer.headers.get(HEADER), answer.headers.get(SIMULATED));
  return answer;
}

/** Hears the time with everything that Tasklist asks. */
export function listen() {
  const open = XMLHttpRequest.prototype.open;
  XMLHttpRequest.prototype.open = function (...request) {
    this.addEventListener('load', () => hear(this.getResponseHeader(HEADER), this.getResponseHeader(SIMULATED)));
    return open.apply(this, request);
  };
}
