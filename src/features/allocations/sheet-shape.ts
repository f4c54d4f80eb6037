import { boxes, vials } from '../../kernel/quantities.ts';
import type { Frame, Level, Line } from './sheet.ts';

type Measure = 'units' | 'vials';
/** A column that people fill, and where its number stands in the line. */
export type SheetColumn = {
  readonly name: string;
  readonly label: string;
  readonly frame: Frame;
  readonly measure: Measure;
};

/** 基本計画枠 / 調整枠, at the two upper levels. */
const inFrames = [
  { name: 'plan', label: '基本計画枠', frame: 'plan', measure: 'units' },
  { name: 'adjustment', label: '調整枠', frame: 'adjustment', measure: 'units' },
] as const satisfies readonly SheetColumn[];

/** What differs between the three levels; all else is the same. */
export type SheetShape = {
  readonly level: Level;
  /** h1 of the page. */
  readonly title: string;
  readonly receiver: string;
  /** Where the amount came from. */
  readonly source: string;
  readonly columns: readonly SheetColumn[];
  readonly path: string;
};

export const sheetShapes = {
  national: {
    level: 'national',
    title: '都道府県への分配',
    receiver: '都道府県',
    source: '国の供給量',
    columns: inFrames,
    path: '/allocations/national',
  },
  prefectural: {
    level: 'prefectural',
    title: '市町村への分配',
    receiver: '市町村',
    source: '国からの分配量',
    columns: inFrames,
    path: '/allocations/prefectural',
  },
  municipal: {
    level: 'municipal',
    title: '医療機関・接種会場への分配',
    receiver: '医療機関・接種会場',
    source: '都道府県からの分配量',
    columns: [
      { name: 'units', label: '分配量', frame: 'plan', measure: 'units' },
      { name: 'vials', label: 'バイアル数', frame: 'plan', measure: 'vials' },
    ],
    path: '/allocations/municipal',
  },
} as const satisfies Record<Level, SheetShape>;

/** Rows as a form sends them: receiver → column → number, null for not entered. */
export type SheetInput = Readonly<Record<string, Readonly<Record<string, number | null>>>>;

export const inputName = (receiver: string, column: string): string => `lines.${receiver}.${column}`;

/** Rows of a form → lines; a line with nothing entered is kept, so that a cleared one clears what was saved. */
export const linesFrom = ({ columns }: SheetShape, input: SheetInput): Line[] =>
  Object.entries(input).flatMap(([receiver, row]) =>
    [...new Set(columns.map(({ frame }) => frame))].map((frame) => {
      const typed = (measure: Measure): number | null => {
        const column = columns.find((one) => one.frame === frame && one.measure === measure);
        return column ? (row[column.name] ?? null) : null;
      };
      const [units, loose] = [typed('units'), typed('vials')];
      return {
        receiver,
        frame,
        units: units === null ? null : boxes(units),
        vials: loose === null ? null : vials(loose),
      };
    }),
  );

const keyOf = ({ receiver, frame }: Pick<Line, 'receiver' | 'frame'>): string => `${receiver} ${frame}`;

/** Lines by receiver and frame; later ones take the place of earlier ones. */
export const mergeLines = (before: readonly Line[], after: readonly Line[]): Line[] => [
  ...new Map([...before, ...after].map((line) => [keyOf(line), line])).values(),
];

export const isEntered = ({ units, vials: loose }: Pick<Line, 'units' | 'vials'>): boolean =>
  units !== null || loose !== null;

/** The whole number in a text as typed; null for anything else, which the form's own check complains about. */
export const readTyped = (typed: string): number | null => {
  const text = typed.normalize('NFKC').replaceAll(',', '').trim();
  return /^\d{1,9}$/.test(text) ? Number(text) : null;
};

/** Lines as far as the texts of a form can be read, for sums on a page that comes back. */
export const linesTyped = (shape: SheetShape, receivers: readonly string[], typed: (name: string) => string): Line[] =>
  linesFrom(
    shape,
    Object.fromEntries(
      receivers.map((key) => [
        key,
        Object.fromEntries(shape.columns.map(({ name }) => [name, readTyped(typed(inputName(key, name)))])),
      ]),
    ),
  );

/** Lines → texts of the inputs. */
export const valuesFrom = ({ columns }: SheetShape, lines: readonly Line[]): Record<string, string> => {
  const values: Record<string, string> = {};
  for (const line of lines)
    for (const { name, frame, measure } of columns)
      if (frame === line.frame) values[inputName(line.receiver, name)] = line[measure]?.toString() ?? '';
  return values;
};
