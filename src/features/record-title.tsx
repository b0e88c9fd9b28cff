import { isSealing } from '#storage/row-seal.ts';

interface RecordTitleProps {
  /** What the page is called with what the record says. */
  readonly named: string;
  /** The same without it. */
  readonly plain: string;
}

/**
 * The name of a page about a record. The browser keeps the names of pages in its own history and sessions, where nothing
 * closes them: on a device that is closed they say nothing of a record.
 */
export const RecordTitle = ({ named, plain }: RecordTitleProps) => <title>{isSealing() ? plain : named}</title>;
