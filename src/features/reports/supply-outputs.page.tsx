import type { Amount } from '../demands/index.ts';
import type { Vaccine } from '../vaccines/index.ts';
import { piecesPerUnit } from './request-part.ts';

type Props = { readonly vaccine: Vaccine; readonly dosesPerVial: number; readonly amount: Amount | null };

/** What fills itself in from 納入希望量登録 (M2.4-3-1): by the server, and by report.island while typing. */
export const SupplyOutputs = ({ vaccine, dosesPerVial, amount }: Props) => {
  const pieces = piecesPerUnit(vaccine, dosesPerVial);
  const outputs = [
    {
      key: 'needles',
      label: '接種用＋希釈用針（100本/箱）',
      value: amount?.needles,
      unit: '箱',
      perUnit: pieces.needles,
      per: 100,
    },
    {
      key: 'syringes',
      label: '接種用シリンジ（100本/箱）',
      value: amount?.syringes,
      unit: '箱',
      perUnit: pieces.syringes,
      per: 100,
    },
    {
      key: 'diluent',
      label: '希釈用シリンジ（100本/箱）',
      value: amount?.diluentSyringes,
      unit: '箱',
      perUnit: pieces.diluentSyringes,
      per: 100,
    },
    {
      key: 'doses',
      label: '希望回数',
      value: amount?.doses,
      unit: '回',
      perUnit: vaccine.vialsPerUnit * dosesPerVial,
      per: 1,
    },
  ];
  return (
    <div class="figures">
      {outputs.map(({ key, label, value, unit, perUnit, per }) => (
        <div class="figure" key={key}>
          <label for={`supply-${key}`}>{label}</label>
          <span class="quantity">
            <output id={`supply-${key}`} for="report-requested" data-per-unit={String(perUnit)} data-per={String(per)}>
              {value === undefined ? '—' : value.toLocaleString('ja-JP')}
            </output>
            <span class="unit">{unit}</span>
          </span>
        </div>
      ))}
    </div>
  );
};
