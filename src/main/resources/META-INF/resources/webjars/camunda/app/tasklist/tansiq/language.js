// The language of the screen: the person's own choice, else the browser's, else French.
import { ask } from './clock.js';
import { mirror } from './mirror.js';

const offered = { fr: 'fr-FR', ar: 'ar-MA', en: 'en-GB' };
const chosen = document.cookie.match(/(?:^|; )tansiq-language=([a-z]{2})/)?.[1];
const wished = [chosen, ...navigator.languages.map(tag => tag.slice(0, 2).toLowerCase())];

export const language = wished.find(tag => tag in offered) ?? 'fr';
export const locale = offered[language];
export const rightToLeft = language === 'ar';

/** Forms write and read days as the browser's maker would have them, which for many is month first. */
function putDaysFirst() {
  const stock = Intl.DateTimeFormat;
  const ours = ([locales, ...options]) => [locales === 'default' ? 'en-GB' : locales, ...options];
  Intl.DateTimeFormat = new Proxy(stock, {
    construct: (target, given) => new stock(...ours(given)),
    apply: (target, self, given) => stock(...ours(given))
  });
}

/** Tasklist and its forms ask the browser only, so the browser is made to answer with this language. */
export function adopt() {
  Object.defineProperty(navigator, 'language', { get: () => locale });
  Object.defineProperty(navigator, 'languages', { get: () => [locale] });
  putDaysFirst();
  document.documentElement.lang = language;
  if (rightToLeft) {
    document.documentElement.dir = 'rtl';
    [...document.styleSheets].filter(sheet => sheet.href?.includes('camunda-tasklist-bootstrap')).forEach(mirror);
    document.head.append(link('./rtl.css'));
  }
}

/**
 * Tasklist starts before its labels have arrived and shows their keys, or those of the last visit, old after an
 * upgrade. So they are put where it looks for them before it starts.
 */
export async function provideLabels() {
  const folder = new URL('../locales/', import.meta.url).pathname;
  const answer = await ask(`${folder}${language}.json`, { cache: 'no-cache' });
  const kept = JSON.parse(localStorage.getItem('camunda-web') ?? '{}');
  kept[`${folder}_locales_data_${language}_${window.bust}`] = await answer.text();
  localStorage.setItem('camunda-web', JSON.stringify(kept));
}

function link(path) {
  const element = document.createElement('link');
  element.rel = 'stylesheet';
  element.href = new URL(path, import.meta.url).href;
  return element;
}
