import type { InLanguages, Language } from './locale.ts';
import { joinList, toInlineName } from './sentence-parts.ts';

interface Signatory {
  readonly role: string;
  readonly party: string;
}

interface PromiseWords {
  readonly parties: (signing: string, others: string) => string;
  readonly period: (period: string) => string;
  readonly undated: (basis: string) => string;
  readonly periodChanged: (day: string, reason: string, decidedBy: string) => string;
  readonly signed: (day: string) => string;
  readonly unsigned: string;
  readonly signedBy: (signatories: readonly Signatory[]) => string;
  readonly sealed: (day: string, afterStart: boolean) => string;
  readonly unsealed: string;
  readonly agreement: (name: string) => string;
  readonly programme: (name: string) => string;
  readonly situation: string;
  readonly review: (settledOn: string, dueOn: string) => string;
  readonly actionPlan: (names: readonly string[], all: number) => string;
  readonly focusAreas: string;
  readonly causes: (causes: readonly string[]) => string;
}

const list = (signatories: readonly Signatory[], language: Language): string =>
  joinList(
    signatories.map(({ role, party }) => (party ? `${toInlineName(role)} (${party})` : toInlineName(role))),
    language,
  );

const words: InLanguages<PromiseWords> = {
  sv: {
    parties: (signing, others) =>
      others === ''
        ? `Löftet är gemensamt för ${signing}.`
        : `Löftet är gemensamt för ${signing}. Dessutom medverkar ${others}.`,
    period: (period) => `Det gäller ${period}.`,
    undated: (basis) =>
      basis.trim()
        ? `Perioden är inte bestämd med datum. Löftet säger: ”${basis.trim()}”.`
        : 'Perioden är inte bestämd.',
    periodChanged: (day, reason, decidedBy) => `Perioden ändrades ${day} av ${decidedBy}: ${reason}`,
    signed: (day) => `Det undertecknades ${day}.`,
    unsigned: 'Något datum för undertecknandet är inte noterat.',
    signedBy: (signatories) => `Undertecknare: ${list(signatories, 'sv')}.`,
    sealed: (day, afterStart) =>
      afterStart
        ? `Mål och räkneregler fastställdes i efterhand, ${day}.`
        : `Mål och räkneregler fastställdes ${day}, före start.`,
    unsealed: 'Mål och räkneregler har inte fastställts av parterna.',
    agreement: (name) => `Bakom löftet finns en samverkansöverenskommelse: ${name}`,
    programme: (name) => `Program eller plan: ${name}`,
    situation: 'Lägesbilden',
    review: (settledOn, dueOn) => `Lägesbilden fastställdes ${settledOn}. Den ska ses över senast ${dueOn}.`,
    actionPlan: (names, all) =>
      `I kommunens åtgärdsplan enligt lagen om kommuners ansvar för brottsförebyggande arbete (2023:196) ingår ${names.length} av ${all} aktiviteter: ${joinList(names.map(toInlineName), 'sv')}.`,
    focusAreas: 'Fokusområden',
    causes: (causes) => `Bakomliggande orsaker: ${joinList(causes.map(toInlineName), 'sv')}.`,
  },
  en: {
    parties: (signing, others) =>
      others === ''
        ? `The promise is shared by ${signing}.`
        : `The promise is shared by ${signing}. ${others} also take part.`,
    period: (period) => `It covers ${period}.`,
    undated: (basis) =>
      basis.trim() ? `The period has no dates. The promise says: “${basis.trim()}”.` : 'The period is not settled.',
    periodChanged: (day, reason, decidedBy) => `The period was changed ${day} by ${decidedBy}: ${reason}`,
    signed: (day) => `It was signed ${day}.`,
    unsigned: 'No day of signing has been noted.',
    signedBy: (signatories) => `Signatories: ${list(signatories, 'en')}.`,
    sealed: (day, afterStart) =>
      afterStart
        ? `Goals and counting rules were sealed afterwards, ${day}.`
        : `Goals and counting rules were sealed ${day}, before the start.`,
    unsealed: 'The parties have not sealed goals and counting rules.',
    agreement: (name) => `Behind the promise is a cooperation agreement: ${name}`,
    programme: (name) => `Programme or plan: ${name}`,
    situation: 'The situation picture',
    review: (settledOn, dueOn) => `The picture was settled ${settledOn}. It is to be reviewed by ${dueOn}.`,
    actionPlan: (names, all) =>
      `The municipality’s plan of measures under the act on municipal crime prevention (2023:196) includes ${names.length} of ${all} activities: ${joinList(names.map(toInlineName), 'en')}.`,
    focusAreas: 'Focus areas',
    causes: (causes) => `Underlying causes: ${joinList(causes.map(toInlineName), 'en')}.`,
  },
};

/** In: the language. Out: the words of the chapter on the promise. */
export const promiseWords = (language: Language): PromiseWords => words[language];
