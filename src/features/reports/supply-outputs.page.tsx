import { Figures, inputId } from '../../ui/index.ts';
import type { Amount } from '../demands/index.ts';
import type { Vaccine } from '../vaccines/index.ts';
import { reportForm } from './report.form.ts';
import { piecesPerUnit } from './request-part.ts';

const requestedId = inputId(reportForm, 'requested');

type Props = { readonly vaccine: Vaccine; readonly dosesPerVial: number; readonly amount: Amount | null };

/** What fills itself in from 納入希望量登録 (M2.4-3-1): by the server, and by report.island while typing. */
export const SupplyOutputs = ({ vaccine, dosesPerVial, amount }: Props) => {
  const pieces = piecesPerUnit(vaccine, dosesPerVial);
  const outputs = [
    {
      label: '接種用＋希釈用針（100本/箱）',
      value: amount?.needles,
      unit: '箱',
      perUnit: pieces.needles,
      per: 100,
    },
    {
      label: '接種用シリンジ（100本/箱）',
      value: amount?.syringes,
      unit: '箱',
      perUnit: pieces.syringes,
      per: 100,
    },
    {
      label: '希釈用シリンジ（100本/箱）',
      value: amount?.diluentSyringes,
      unit: '箱',
      perUnit: pieces.diluentSyringes,
      per: 100,
    },
    {
      label: '希望回数',
      value: amount?.doses,
      unit: '回',
      perUnit: vaccine.vialsPerUnit * dosesPerVial,
      per: 1,
    },
  ];
  return (
    <Figures
      items={outputs.map(({ label, value, unit, perUnit, per }) => ({
        label,
        value: (
          <span class="quantity quantity-large">
            <output aria-label={label} for={requestedId} data-per-unit={String(perUnit)} data-per={String(per)}>
              {value === undefined ? '—' : value.toLocaleString('ja-JP')}
            </output>
            <span class="unit">{unit}</span>
          </span>
        ),
      }))}
    />
  );
};
