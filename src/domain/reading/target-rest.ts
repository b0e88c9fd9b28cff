import { findDates } from './swedish-dates.ts';
import type { FoundTarget } from './find-targets.ts';

const deliver =
  /(?:^|\s)(?:att\s+)?(?:revidera|ta(?:r|s)?\s+fram|upprätta[rs]?|inrätta[rs]?|utreda?|utreder|undersök(?:a|er)\s+möjlighet\p{L}*|färdigställ(?:a|er)|tillsätt(?:a|er)|bygg(?:a|er)\s+upp|bilda[rs]?|sjösätt(?:a|er)|anta[rs]?\s|ansök(?:a|er)\s+om|se(?:r)?\s+över)\s+((?:en|ett|den|det)?\s*[^.,;:]{3,80})/iu;
const members =
  /(?:samtliga|alla|varje|respektive)\s+((?:\p{Ll}+\s+)?(?:\p{Ll}*(?:skolor|skola|skolan|klasser|klass|åttor|sjuor|nior|sexor|femmor|fyror|treor|elever|årskurser|förskolor|gångtunnlar|tunnlar|stadsdelar|orter|byar|tätorter|krogar|restauranger|badplatser|lekplatser|fritidsgårdar|boenden|klubbar|\p{Ll}*klassare)))(?!\p{L})/iu;
const byDay = /(?:senast|före|innan|klar(?:t|a)?\s+(?:till|den))\s+(?:den\s+)?/iu;

/** In: words in which found numbers are hidden, and the words as they were. Out: deliveries and lists, where no number was promised. */
export function findAbsences(hidden: string, text: string): FoundTarget[] {
  const isNumbered = hidden.length > 0 && /\s{5,}/u.test(hidden) && hidden !== text;
  const delivery = deliver.exec(text);
  if (delivery) {
    const dated = byDay.exec(text);
    const date = dated && findDates(text.slice(dated.index)).find(({ day }) => day !== undefined)?.day;
    return [
      {
        start: delivery.index,
        end: delivery.index + delivery[0].length,
        target: { kind: 'milestone', unit: (delivery[1] ?? '').replaceAll(/\s+/gu, ' ').trim(), ...(date && { by: date }) },
      },
    ];
  }
  const list = members.exec(text);
  if (!list || isNumbered) return [];
  return [{ start: list.index, end: list.index + list[0].length, target: { kind: 'checklist', unit: list[1] ?? '' } }];
}
