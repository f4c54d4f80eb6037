/** Rows and columns of the report in force on a day: who was vaccinated, and which dose it was. */
export type ReportShape = {
  readonly categories: readonly { readonly code: string; readonly label: string }[];
  readonly doseNumbers: readonly number[];
};

/** One number of the table: 「医療従事者 1回目」. */
export type Cell = { readonly category: string; readonly doseNumber: number; readonly name: string };

/** Running totals by cell; null: not typed. */
export type Counts = Readonly<Record<string, number | null>>;
export type Typed = { readonly counts: Counts; readonly discardedVials: number | null };
/** What is registered, or about to be: no blanks left. */
export type Figures = { readonly counts: Readonly<Record<string, number>>; readonly discardedVials: number };

/** The latest version of a venue's report of a vaccine. */
export type Report = Figures & {
  readonly version: number;
  readonly cycleId: number | null;
  readonly registeredAt: Date;
  readonly registeredBy: string;
};

export const discardedLabel = '未使用のまま廃棄したバイアル本数（累計）';

/** Key of a cell, and of its input behind `counts.`. */
export const cellKey = (category: string, doseNumber: number): string => `${category}.d${doseNumber}`;
export const doseLabel = (doseNumber: number): string => `${doseNumber}回目`;

/** All numbers of the table, row by row. */
export const cellsOf = ({ categories, doseNumbers }: ReportShape): Cell[] =>
  categories.flatMap(({ code, label }) =>
    doseNumbers.map((doseNumber) => ({ category: code, doseNumber, name: `${label} ${doseLabel(doseNumber)}` })),
  );

const keyOf = ({ category, doseNumber }: Cell): string => cellKey(category, doseNumber);

/** 延べ回数: the sum of all doses. */
export const totalDoses = (counts: Counts): number =>
  Object.values(counts).reduce<number>((sum, n) => sum + (n ?? 0), 0);

/** M5.1-6-1: the names of what was left blank. */
export const blankNames = (shape: ReportShape, { counts, discardedVials }: Typed): string[] => [
  ...cellsOf(shape)
    .filter((cell) => (counts[keyOf(cell)] ?? null) === null)
    .map(({ name }) => name),
  ...(discardedVials === null ? [discardedLabel] : []),
];

/** Blanks become 0; numbers that are no longer asked for keep what was registered. */
export const fillBlanks = (shape: ReportShape, typed: Typed, former: Figures | null): Figures => ({
  counts: {
    ...former?.counts,
    ...Object.fromEntries(cellsOf(shape).map((cell) => [keyOf(cell), typed.counts[keyOf(cell)] ?? 0])),
  },
  discardedVials: typed.discardedVials ?? 0,
});

export type Comparison = {
  /** 延べ回数 is not above the registered one. */
  readonly notGrown: boolean;
  /** Names of numbers below their registered ones. */
  readonly fallen: readonly string[];
  /** Does it need a second look (M5.1-6-2)? An unchanged disposal alone does not. */
  readonly doubtful: boolean;
};

/** Running totals grow; anything else is worth a question. Nothing registered yet: nothing to compare with. */
export const compare = (shape: ReportShape, former: Figures | null, next: Figures): Comparison => {
  if (!former) return { notGrown: false, fallen: [], doubtful: false };
  const notGrown = totalDoses(next.counts) <= totalDoses(former.counts);
  const fallen = cellsOf(shape)
    .filter((cell) => (next.counts[keyOf(cell)] ?? 0) < (former.counts[keyOf(cell)] ?? 0))
    .map(({ name }) => name);
  if (next.discardedVials < former.discardedVials) fallen.push(discardedLabel);
  return { notGrown, fallen, doubtful: notGrown || fallen.length > 0 };
};
