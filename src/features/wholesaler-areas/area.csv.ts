import type { Day } from '../../kernel/calendar.ts';
import { day, dayOrEmpty } from '../../kernel/fields.ts';
import type { SheetRow } from '../../platform/csv/index.ts';
import { municipalityByCode, prefectureByCode } from '../areas/index.ts';
import { otherSheet, type PlannedRow, planRows, type SheetFault, type SheetPlan } from '../sheets/index.ts';
import { areaName, termText } from './area-names.ts';
import type { Wholesaler } from './wholesaler-areas.store.ts';
import { findClash, planChange, type WholesalerArea } from './wholesaler-areas.ts';

export const areaColumns = [
  { key: 'vaccine', label: 'ワクチン', note: 'ダウンロードした内容のまま' },
  { key: 'code', label: '地域コード', note: '都道府県コード（2桁、全域）または市町村コード（6桁）' },
  { key: 'area', label: '地域', note: '確認用（読み取りません）' },
  { key: 'wholesaler', label: '卸業者', note: '登録されている名称のまま' },
  {
    key: 'fromDay',
    label: '開始日',
    note: 'yyyy/mm/dd。必須。同じ地域の同じ開始日の担当があれば変更、なければ新しく登録',
  },
  { key: 'toDay', label: '終了日', note: 'yyyy/mm/dd。決まっていなければ空欄' },
] as const;
export type AreaKey = (typeof areaColumns)[number]['key'];

/** One term as it would stand; `former` is the row that it changes. */
export type AreaLine = {
  readonly former: WholesalerArea | null;
  readonly wholesalerId: number;
  readonly wholesalerName: string;
  readonly municipalityCode: string | null;
  readonly fromDay: Day;
  readonly toDay: Day | null;
};

type Known = {
  readonly rows: readonly WholesalerArea[];
  readonly vaccine: string;
  readonly prefectureCode: string;
  readonly wholesalers: readonly Wholesaler[];
  readonly today: Day;
};

/** The municipality of a code, null for the whole 都道府県, undefined for anything of another one. */
const placeOf = (cell: string, prefectureCode: string): string | null | undefined => {
  const code = cell.normalize('NFKC').trim();
  if (code.padStart(2, '0') === prefectureCode) return null;
  const municipality = municipalityByCode(code.padStart(6, '0'));
  return municipality?.prefectureCode === prefectureCode ? municipality.code : undefined;
};

const columnOf = { changeFrom: 'wholesaler', toDay: 'toDay' } as const;

/** What a file would do to the terms of a 都道府県: the same rules as on screen, and no two terms of an area overlap. */
export const planAreas = (known: Known, lines: readonly SheetRow<AreaKey>[]): SheetPlan<AreaLine> => {
  const plan = planRows<AreaKey, AreaLine>(areaColumns, lines, 'code', ({ cells }, say, read) => {
    const other = otherSheet(cells.vaccine, known.vaccine);
    if (other) say('vaccine', other);
    const municipalityCode = placeOf(cells.code, known.prefectureCode);
    if (municipalityCode === undefined)
      say('code', `${prefectureByCode(known.prefectureCode)?.name ?? ''}の地域コードではありません。`);
    const wholesaler = known.wholesalers.find(({ name }) => name === cells.wholesaler);
    if (!wholesaler) say('wholesaler', 'この名称の卸業者は登録されていません。');
    const fromDay = read('fromDay', day());
    const toDay = read('toDay', dayOrEmpty());
    if (other || municipalityCode === undefined || !wholesaler || !fromDay || toDay === undefined) return null;
    if (toDay !== null && toDay < fromDay) say('toDay', '終了日は、開始日以降の日付を入力してください。');
    const former =
      known.rows.find((row) => row.municipalityCode === municipalityCode && row.fromDay === fromDay) ?? null;
    const same = former?.wholesalerId === wholesaler.id && former.toDay === toDay;
    if (former && !same) {
      const change = { wholesalerId: wholesaler.id, changeFrom: fromDay > known.today ? fromDay : null, toDay };
      const planned = planChange(former, change, known.today);
      if ('faults' in planned)
        for (const [name, message] of Object.entries(planned.faults))
          say(columnOf[name as keyof typeof columnOf] ?? 'toDay', takeover(name, message));
    }
    return {
      key: `${municipalityCode ?? ''} ${fromDay}`,
      action: same ? 'same' : former ? 'update' : 'create',
      name: areaName({ prefectureCode: known.prefectureCode, municipalityCode }),
      changes: [],
      data: {
        former,
        wholesalerId: wholesaler.id,
        wholesalerName: wholesaler.name,
        municipalityCode,
        fromDay,
        toDay,
      },
    };
  });
  return { ...plan, faults: [...plan.faults, ...clashes(known, plan.rows)] };
};

/** On screen the field is 「いつからは」; a file says it by a line of its own. */
const takeover = (name: string, message: string): string =>
  name === 'changeFrom'
    ? '始まっている担当の卸業者は変えられません。この行に終了日を入れ、次の卸業者の行を足してください。'
    : message;

/** Terms as they would stand when the file is taken over, that leave each other no room. */
const clashes = ({ rows }: Known, planned: readonly PlannedRow<AreaLine>[]): SheetFault[] => {
  const replaced = new Set(planned.flatMap(({ data }) => (data.former ? [data.former.id] : [])));
  const kept = rows.filter(({ id }) => !replaced.has(id)).map((row) => ({ ...row, line: 0 }));
  const all = [...kept, ...planned.map(({ line, data }) => ({ ...data, id: -line, line }))];
  return planned.flatMap(({ line, action, data }) => {
    const clash = action === 'same' ? undefined : findClash(all, data, -line);
    if (!clash) return [];
    const who = clash.line > 0 ? `${clash.line}行目` : `${clash.wholesalerName}、${termText(clash)}`;
    return [{ line, column: '開始日', message: `同じ地域の担当（${who}）と期間が重なっています。` }];
  });
};
