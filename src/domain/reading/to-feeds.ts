/** Where a goal's figure comes from: what is logged on its activity. */
import type { Feed } from '#domain/records/goal.ts';
import type { Target } from '#domain/records/target.ts';

/** A number that an activity has to ask for, before it has an id. */
export interface WantedMeasure {
  readonly key: string;
  readonly name: string;
  readonly unit: string;
  readonly personRelated: boolean;
  readonly role?: Feed['role'];
}

/** The first measure of every activity: one piece of work is one. */
export const occasions: WantedMeasure = {
  key: 'occasions',
  name: 'Antal insatser',
  unit: 'insatser',
  personRelated: false,
};

/** Units that are themselves pieces of work: logging the activity once is one of them. */
const occasionUnit =
  /(?:kontroll(?:er)?|insats(?:er)?|möten?|vandring(?:ar)?|patrull(?:er)?|besök|tillfällen?|gång(?:er)?|träff(?:ar)?|dialog(?:er)?|utbildning(?:ar)?|tillsyn(?:er)?|samtal|föreläsning(?:ar)?|aktivitet(?:er)?|pass|kampanj(?:er)?|operation(?:er)?|arrangemang|lektion(?:er)?|informationstillfällen|rond(?:er)?|avstämning(?:ar)?|redovisning(?:ar)?|rapport(?:er)?|uppföljning(?:ar)?|mätning(?:ar)?|enkät(?:er)?|dag(?:ar)?|kväll(?:ar)?|timm(?:e|ar))$/iu;

/** In: the unit of a goal's number. Out: whether it counts pieces of work, rather than what comes out of them. */
export const countsOccasions = (unit: string): boolean => occasionUnit.test(unit.trim());

interface FedGoal {
  readonly target: Target;
  readonly personRelated: boolean;
  /** The goal's own activity: only there can logging the work be the number itself. */
  readonly isOwn: boolean;
}

/**
 * The measures that an activity needs for a goal.
 * In: the goal's target and whether it is about persons. Out: measures with their roles; none where nothing is logged.
 */
export function listMeasures({ target, personRelated, isOwn }: FedGoal): readonly WantedMeasure[] {
  switch (target.kind) {
    case 'series':
    case 'judged':
      return [];
    case 'ratio':
      return pair(target.unit, personRelated, ['uppfyller målet', 'totalt']);
    case 'on-demand':
      return pair(target.unit, personRelated, ['hanterade', 'inkomna']);
    case 'deadline':
      return target.by === undefined ? pair(target.unit, personRelated, ['i tid', 'hanterade']) : [occasions];
    case 'count':
    case 'ceiling':
    case 'recurrence':
    case 'ongoing':
      return isOwn && !personRelated && countsOccasions(target.unit)
        ? [occasions]
        : toOwnMeasure(target, personRelated);
    default:
      return [occasions];
  }
}

/** What is counted without being the work itself has a number of its own; a rhythm or a sign of life is the work. */
function toOwnMeasure(target: Target & { readonly unit: string }, personRelated: boolean): readonly WantedMeasure[] {
  if (target.kind === 'recurrence' || target.kind === 'ongoing') return [occasions];
  const name = capitalize(target.unit).slice(0, 80);
  const key = target.unit.toLowerCase();
  return [{ key, name, unit: target.unit.slice(0, 40), personRelated }];
}

const pair = (
  unit: string,
  personRelated: boolean,
  [part, whole]: readonly [string, string],
): readonly WantedMeasure[] =>
  (['part', 'whole'] as const).map((role) => {
    const what = role === 'part' ? part : whole;
    const name = `${capitalize(unit).slice(0, 60)}, ${what}`;
    return { key: name.toLowerCase(), name, unit: unit.slice(0, 40), personRelated, role };
  });

const capitalize = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
