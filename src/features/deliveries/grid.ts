import { choiceOrEmpty, textOrEmpty } from '../../kernel/fields.ts';
import { field } from '../../kernel/form.ts';

/** What a button of a table of rows does: save what was typed, fill many rows at once, report 納入. */
const gridOps = ['save', 'fill', 'fill-empty', 'deliver'] as const;
export type GridOp = (typeof gridOps)[number];

/**
 * Guards of a form that is a table: the button pressed, the one that a question was asked about (the dialog's 「OK」 is
 * another button), and the address of the list to come back to.
 */
export const gridFields = {
  op: field(choiceOrEmpty(gridOps), { label: '操作', kind: 'hidden' }),
  asked: field(choiceOrEmpty(gridOps), { label: '操作', kind: 'hidden' }),
  back: field(textOrEmpty(400), { label: '一覧', kind: 'hidden' }),
} as const;

export const opOf = ({ op, asked }: { readonly op: GridOp | null; readonly asked: GridOp | null }): GridOp =>
  op ?? asked ?? 'save';

/** The list again, with what was done; what came in as `back` is only ever a query of this very list. */
export const backHref = (path: string, back: string, said: Readonly<Record<string, number>>): string => {
  const query = new URLSearchParams(/^[\w=&.%-]*$/.test(back) ? back : '');
  for (const [name, value] of Object.entries(said)) query.set(name, String(value));
  return `${path}?${query}`;
};

/** Long lists in a question: the first few, and how many more. */
export const firstFew = <T>(list: readonly T[], show: (one: T) => { label: string; value: string }, most = 8) => [
  ...list.slice(0, most).map(show),
  ...(list.length > most ? [{ label: 'ほか', value: `${list.length - most}件` }] : []),
];
