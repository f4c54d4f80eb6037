import { check, choice, day, dayOrEmpty, id, text, wholeNumber, wholeNumberOrEmpty } from '../../kernel/fields.ts';
import { field, form, table } from '../../kernel/form.ts';
import { routeNames, storageNames } from './vaccines.ts';

const storages = ['-75', '-20', '2-8'] as const;
const routes = ['maker', 'wholesaler'] as const;
const unitNames = ['箱', 'バイアル'] as const;

/** 「ワクチンの登録」「ワクチンの編集」 (S1). */
export const vaccineForm = form('vaccine', {
  name: field(text(60), { label: 'ワクチン名', required: true, maxLength: 60, size: 40 }),
  shortName: field(text(20), {
    label: '略称',
    required: true,
    maxLength: 20,
    size: 20,
    help: '一覧や見出しで使う短い名前です（例：ファイザー）。',
  }),
  makerId: field(id(), {
    label: '製薬メーカー',
    kind: 'choice',
    required: true,
    help: '一覧にない製薬メーカーは、先に「組織・利用者」で登録してください。',
  }),
  storage: field(choice(storages), {
    label: '保管温度',
    kind: 'radio',
    required: true,
    options: storages.map((value) => ({ value, label: storageNames[value] })),
  }),
  asksStorage: field(check(), {
    label: '納入希望量の登録で保管管理（冷凍庫／ドライアイス）を聞く',
    kind: 'check',
  }),
  unitName: field(choice(unitNames), {
    label: '最小包装単位',
    kind: 'radio',
    required: true,
    options: unitNames.map((value) => ({ value, label: value })),
  }),
  vialsPerUnit: field(wholeNumber({ min: 1, max: 10_000 }), {
    label: '最小包装単位あたりのバイアル数',
    kind: 'number',
    required: true,
    unit: '本',
    size: 6,
  }),
  dilution: field(check(), {
    label: '希釈して使う',
    kind: 'check',
    help: '希釈用の針とシリンジの数を計算します。',
  }),
  intervalDays: field(wholeNumberOrEmpty({ min: 1, max: 365 }), {
    label: '1回目と2回目の接種間隔',
    kind: 'number',
    unit: '日',
    size: 4,
  }),
  route: field(choice(routes), {
    label: '接種施設への納入',
    kind: 'radio',
    required: true,
    options: routes.map((value) => ({ value, label: routeNames[value] })),
  }),
  announcedFrom: field(day(), {
    label: '公表日',
    kind: 'date',
    required: true,
    help: 'この日から、取扱ワクチンとして選べるようになります。',
  }),
  usableFrom: field(day(), { label: '使用開始日', kind: 'date', required: true }),
  doses: table(
    {
      fromDay: field(dayOrEmpty(), { label: '標準配送期間の最初の日', kind: 'date' }),
      doses: field(wholeNumberOrEmpty({ min: 1, max: 20 }), {
        label: '1バイアルの接種回数',
        kind: 'number',
        unit: '回',
        size: 4,
      }),
    },
    { label: '1バイアルあたりの接種回数' },
  ),
});
