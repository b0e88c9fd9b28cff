import { describeDeed } from './deed-words.ts';
import type { FoundTarget } from './find-targets.ts';
import { findDates } from './swedish-dates.ts';

const deliver =
  /(?:^|\s)(?:att\s+)?(?:revidera|ta(?:r|s)?\s+fram|upprätta[rs]?|inrätta[rs]?|utred(?:a|er)(?=\s+(?:möjlighet|behov|förutsättning|om|hur))|undersök(?:a|er)\s+möjlighet[a-zà-ž]*|införa|installera|sätta\s+upp|rita\s+om|färdigställ(?:a|er)|tillsätt(?:a|er)|bygg(?:a|er)\s+upp|bilda[rs]?|sjösätt(?:a|er)|anta[rs]?\s|ansök(?:a|er)\s+om|se(?:r)?\s+över)\s+((?:en|ett|den|det)?\s*[^.,;:]{3,80})/iu;
const members =
  /(?:samtliga|alla|varje|respektive)\s+((?:[a-zà-ž]+\s+)?(?:[a-zà-ž]*(?:anställda|kommundelar|skolor|skola|skolan|klasser|klass|elev|åttor|sjuor|nior|sexor|femmor|fyror|treor|elever|årskurser|förskolor|gångtunnlar|tunnlar|stadsdelar|orter|byar|tätorter|krogar|restauranger|badplatser|lekplatser|fritidsgårdar|boenden|klubbar|[a-zà-ž]*klassare)))(?![a-zà-ž])/iu;
/** A day, or a month, before which it is to be done. */
const deadline =
  /(?:senast|före|innan)\s+(?:i\s+|den\s+|utgången\s+av\s+|under\s+)?(?:\d{1,2}\s+[a-zà-ž]+|\d{4}|januari|februari|mars|april|maj|juni|juli|augusti|september|oktober|november|december|sommaren|årsskiftet|midsommar|jul)/iu;
const byDay = /(?:senast|före|innan|klar(?:t|a)?\s+(?:till|den))\s+(?:den\s+)?/iu;

/** In: words in which found numbers are hidden, and the words as they were. Out: deliveries and lists, where no number was promised. */
export function findAbsences(_hidden: string, text: string, numbers: readonly FoundTarget[]): FoundTarget[] {
  const isNumbered = numbers.length > 0;
  const delivery = deliver.exec(text);
  if (delivery) {
    const dated = byDay.exec(text);
    const date = dated && findDates(text.slice(dated.index)).find(({ day }) => day !== undefined)?.day;
    return [
      {
        start: delivery.index,
        end: delivery.index + delivery[0].length,
        target: {
          kind: 'milestone',
          unit: (delivery[1] ?? '').replaceAll(/\s+/gu, ' ').trim(),
          ...(date && { by: date }),
        },
      },
    ];
  }
  const dated = deadline.exec(text);
  if (dated && !isNumbered) {
    const date = findDates(text.slice(dated.index))[0];
    return [
      {
        start: dated.index,
        end: dated.index + dated[0].length,
        target: { kind: 'milestone', unit: describeDeed(text, text.length) ?? '', ...(date?.day && { by: date.day }) },
      },
    ];
  }
  const list = members.exec(text);
  if (!list || isNumbered) return [];
  return [{ start: list.index, end: list.index + list[0].length, target: { kind: 'checklist', unit: list[1] ?? '' } }];
}
