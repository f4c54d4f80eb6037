import { dayOf, formatDay, formatInstant, formatPeriod } from '../../kernel/calendar.ts';
import type { RawInput } from '../../kernel/form.ts';
import type { FieldErrors } from '../../kernel/problem.ts';
import { showQuantity } from '../../kernel/quantities.ts';
import type { CyclePeriods } from './cycle-steps.ts';
import type { Cycle } from './cycles.ts';

export type CyclePlan = CyclePeriods & Pick<Cycle, 'supply'>;

/** What is wrong with the order of the periods, at the field that comes too early. */
export const periodFaults = (plan: CyclePeriods): FieldErrors => ({
  ...(plan.registrationTo <= plan.registrationFrom && {
    registrationTo: '登録期間の終了は、開始より後の日時を入力してください。',
  }),
  ...(plan.deliveryTo < plan.deliveryFrom && {
    deliveryTo: '標準配送期間の最後の日は、最初の日以降の日付を入力してください。',
  }),
  ...(plan.vaccinationFrom < plan.deliveryFrom && {
    vaccinationFrom: '標準接種期間の最初の日は、標準配送期間の最初の日以降の日付を入力してください。',
  }),
  ...(plan.vaccinationTo < plan.vaccinationFrom && {
    vaccinationTo: '標準接種期間の最後の日は、最初の日以降の日付を入力してください。',
  }),
});

/** Does the delivery begin before the registration is over? Unusual, so it is asked. */
export const deliversBeforeDeadline = ({ registrationTo, deliveryFrom }: CyclePeriods): boolean =>
  deliveryFrom <= dayOf(registrationTo);

/** No doses per vial are known for the first day of the delivery period. */
export const noDosesFault = ({ deliveryFrom }: CyclePeriods): FieldErrors => ({
  deliveryFrom: `このワクチンの1バイアルあたりの接種回数が、${formatDay(deliveryFrom)}の時点で登録されていません。日付を確認するか、先に「ワクチン」で回数を登録してください。`,
});

/** The periods and the supply as they are said in dialogs, mails and the history. */
export const planRows = (plan: CyclePlan): { readonly label: string; readonly value: string }[] => [
  { label: '登録期間', value: `${formatInstant(plan.registrationFrom)}〜${formatInstant(plan.registrationTo)}` },
  { label: '標準配送期間', value: formatPeriod(plan.deliveryFrom, plan.deliveryTo) },
  { label: '標準接種期間', value: formatPeriod(plan.vaccinationFrom, plan.vaccinationTo) },
  { label: '供給量', value: plan.supply === null ? '未定' : `${showQuantity(plan.supply)}箱` },
];

export type PlanChange = { readonly label: string; readonly from: string; readonly to: string };

/** What differs between two plans, in the words of the screen. */
export const planChanges = (before: CyclePlan, after: CyclePlan): PlanChange[] => {
  const to = planRows(after);
  return planRows(before).flatMap(({ label, value }, i) => {
    const next = to[i]?.value ?? '';
    return next === value ? [] : [{ label, from: value, to: next }];
  });
};

const local = (at: Date): string => formatInstant(at).replaceAll('/', '-').replace(' ', 'T');

/** The texts with which the fields of the plan open. */
export const planTexts = (plan: CyclePlan): RawInput => ({
  registrationFrom: local(plan.registrationFrom),
  registrationTo: local(plan.registrationTo),
  deliveryFrom: plan.deliveryFrom,
  deliveryTo: plan.deliveryTo,
  vaccinationFrom: plan.vaccinationFrom,
  vaccinationTo: plan.vaccinationTo,
  supply: plan.supply === null ? '' : String(plan.supply),
});

export const cycleTexts = (cycle: Cycle): RawInput => ({
  ...planTexts(cycle),
  campaignId: String(cycle.campaignId),
  vaccineId: String(cycle.vaccineId),
  number: String(cycle.number),
  branch: cycle.branch === null ? '' : String(cycle.branch),
});
