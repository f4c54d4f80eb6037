import type { RawInput } from '../../kernel/form.ts';
import type { FieldErrors } from '../../kernel/problem.ts';
import { addressOf, formatPostalCode, lookUpPostalCode } from '../areas/index.ts';

/** 「住所自動入力」 or 「住所確定」 (M2.1-3-7). */
export const addressSteps = ['fill', 'confirm'] as const;
export type AddressStep = (typeof addressSteps)[number];

export type AddressPart = {
  readonly values: RawInput;
  readonly errors: FieldErrors;
  /** Several towns have this postal code: one of them is to be chosen. */
  readonly towns: readonly string[];
  /** Said to who pressed the button. */
  readonly said?: string;
};

const text = (values: RawInput, name: string): string => [values[name] ?? ''].flat()[0]?.trim() ?? '';

const unknown = 'この郵便番号は見つかりません。「000-0000」の形で、番号を確認してください。';
const notChosen = '同じ郵便番号の地域が複数あります。該当する地域を選択してください。';

const fault = (values: RawInput, towns: readonly string[], field: string, message: string): AddressPart => ({
  values,
  towns,
  errors: { [field]: message },
  said: message,
});

/** The towns of what stands in （入力用）納入先郵便番号; several are offered as a choice. */
export const townsTyped = (values: RawInput): string[] => [
  ...new Set(lookUpPostalCode(text(values, 'deliveryPostalInput')).map(addressOf)),
];

const fill = (values: RawInput): AddressPart => {
  const towns = townsTyped(values);
  const [only] = towns;
  if (only === undefined) return fault({ ...values, deliveryTownInput: '' }, [], 'deliveryPostalInput', unknown);
  if (towns.length > 1) return { values: { ...values, deliveryTownInput: '' }, towns, errors: {}, said: notChosen };
  return { values: { ...values, deliveryTownInput: only }, towns, errors: {}, said: `${only}を入力しました。` };
};

const confirm = (values: RawInput): AddressPart => {
  const towns = townsTyped(values);
  if (towns.length === 0) return fault(values, [], 'deliveryPostalInput', unknown);
  const town = towns.length === 1 ? towns[0] : towns.find((one) => one === text(values, 'deliveryTownInput'));
  if (town === undefined) return fault(values, towns, 'deliveryTownInput', notChosen);
  const street = text(values, 'deliveryStreetInput');
  if (street === '')
    return fault(
      { ...values, deliveryTownInput: town },
      towns,
      'deliveryStreetInput',
      '（入力用）番地・建物名を入力してください。',
    );
  const code = lookUpPostalCode(text(values, 'deliveryPostalInput'))[0]?.code ?? '';
  return {
    values: {
      ...values,
      deliverySame: '',
      deliveryTownInput: town,
      deliveryPostalCode: formatPostalCode(code),
      deliveryAddress: `${town}${street}`,
    },
    towns,
    errors: {},
    said: '納入先の住所を確定しました。「申請・保存」を押すと申請されます。',
  };
};

/** What the form shows after one of the two buttons. Nothing is saved. */
export const withAddress = (values: RawInput, step: AddressStep): AddressPart =>
  step === 'fill' ? fill(values) : confirm(values);

/** Typed, but not taken over by 「住所確定」: the save would lose it. */
export const notConfirmed = (typed: {
  readonly deliverySame: boolean;
  readonly deliveryAddress: string;
  readonly deliveryPostalInput: string;
  readonly deliveryStreetInput: string;
}): boolean =>
  !typed.deliverySame &&
  typed.deliveryPostalInput !== '' &&
  typed.deliveryStreetInput !== '' &&
  !typed.deliveryAddress.endsWith(typed.deliveryStreetInput.trim());
