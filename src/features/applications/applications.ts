import type { ApplicationState } from './applications.states.ts';

/** One field of a subject that is to change; `from` and `to` as stored, the texts as the screen shows them. */
export type FieldChange = {
  readonly field: string;
  readonly label: string;
  readonly from: unknown;
  readonly to: unknown;
  readonly fromText: string;
  readonly toText: string;
};

/** Who typed something: the organisation for itself, or an office for it (代行入力). */
type Typist = { readonly orgId: number | null; readonly orgName: string; readonly userName: string };

/** 申請: changes of one record that wait for the municipality, with what its last revision asks for. */
export type Application = {
  readonly id: number;
  /** The record, e.g. 'venue:123'. */
  readonly subject: string;
  /** For whom it is made. */
  readonly orgId: number;
  readonly orgName: string;
  readonly prefectureCode: string;
  readonly municipalityCode: string;
  readonly state: ApplicationState;
  readonly revision: number;
  readonly openedAt: Date;
  readonly changedAt: Date;
  readonly version: number;
  readonly changes: readonly FieldChange[];
  readonly typist: Typist;
  readonly decision: Decision | null;
};

type Decision = {
  readonly at: Date;
  readonly orgName: string;
  readonly userName: string;
  readonly reason: string;
};

/** An earlier or the last version of what was asked for. */
export type Revision = {
  readonly revision: number;
  readonly at: Date;
  readonly typist: Typist;
  readonly changes: readonly FieldChange[];
};

/** Do two lists of changes ask for the same? */
export const sameChanges = (a: readonly FieldChange[], b: readonly FieldChange[]): boolean => {
  const key = (changes: readonly FieldChange[]) =>
    JSON.stringify(
      [...changes].sort((x, y) => (x.field < y.field ? -1 : 1)).map(({ field, from, to }) => [field, from, to]),
    );
  return key(a) === key(b);
};

/** 「電話番号、代表者名」 */
export const labelsOf = (changes: readonly FieldChange[]): string => changes.map(({ label }) => label).join('、');

/** 「電話番号：03-0000-0000 → 03-1111-1111」, a line a field. */
export const changeLines = (changes: readonly FieldChange[]): string[] =>
  changes.map(({ label, fromText, toText }) => `${label}：${fromText || '（未入力）'} → ${toText || '（未入力）'}`);

/** Did an office type it for the organisation? */
export const isProxy = ({ orgId, typist }: Pick<Application, 'orgId' | 'typist'>): boolean =>
  typist.orgId !== null && typist.orgId !== orgId;

/** The record's page as its offices open it: 'venue:123' → '/venues/123'. */
export const subjectPath = (subject: string): string => `/${subject.replace(':', 's/')}`;
