import { lines, wholeNumberOrEmpty } from '../../kernel/fields.ts';
import { type Field, type FormDef, field, form, type TableField, table } from '../../kernel/form.ts';
import type { Level } from './sheet.ts';
import { sheetShapes } from './sheet-shape.ts';

/** Far above what a country ever got, and still exact as doses. */
const mostUnits = 9_999_999;
const mostUnitsOfVenue = 999_999;

const amount = (label: string, max: number) => field(wholeNumberOrEmpty({ max }), { label, kind: 'number', size: 8 });

const [plan, adjustment] = sheetShapes.prefectural.columns;
const [units, vials] = sheetShapes.municipal.columns;

const inFrames = { plan: amount(plan.label, mostUnits), adjustment: amount(adjustment.label, mostUnits) };

/** 「都道府県への分配」 (S5). */
const nationalForm = form('allocation-national', {
  lines: table(inFrames, { label: sheetShapes.national.title }),
});

/** 「市町村への分配」 (S6). */
const prefecturalForm = form('allocation-prefectural', {
  lines: table(inFrames, { label: sheetShapes.prefectural.title }),
});

/** 「医療機関・接種会場への分配」 (S7): boxes, or vials where smaller lots are handed on. */
const municipalForm = form('allocation-municipal', {
  lines: table(
    { units: amount(units.label, mostUnitsOfVenue), vials: amount(vials.label, mostUnits) },
    { label: sheetShapes.municipal.title },
  ),
});

/** What the three have in common: rows keyed by receiver; empty is not entered, 0 is zero. */
export type SheetForm = FormDef<{ readonly lines: TableField<Record<string, Field<number | null>>> }>;

export const sheetForms: Readonly<Record<Level, SheetForm>> = {
  national: nationalForm,
  prefectural: prefecturalForm,
  municipal: municipalForm,
};

/** 「修正する」: opens the next revision (S16). */
export const correctionForm = form('allocation-correction', {
  reason: field(
    lines(200).refine((text) => text !== '', '{label}を入力してください。'),
    {
      label: '修正の理由',
      kind: 'textarea',
      required: true,
      hint: '履歴に残ります。200文字以内で入力してください。',
    },
  ),
});

/** 「修正をやめる」: nothing but its guards. */
export const discardForm = form('allocation-discard', {});
