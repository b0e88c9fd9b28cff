/** The form in which people have written down what a text promises (see `corpus/README.md`). */
export interface AnnotatedPromise {
  readonly title: string;
  readonly municipality: string | null;
  readonly police_area: string | null;
  readonly parties: readonly string[];
  readonly period: { readonly start: string | null; readonly end: string | null; readonly basis: string };
  readonly focus_areas: readonly string[];
  readonly activities: readonly {
    readonly text: string;
    readonly responsible: readonly string[];
    readonly planned_count: number | null;
    readonly frequency: string | null;
  }[];
  readonly goals: readonly AnnotatedGoal[];
  readonly sources: readonly string[];
  readonly channels: readonly string[];
  readonly signatories: readonly string[];
  readonly truncated: boolean;
}

export interface AnnotatedGoal {
  readonly text: string;
  readonly kind: string;
  readonly value: number | null;
  readonly unit: string | null;
  readonly responsible: readonly string[];
}
