import type { FieldErrors } from '../../kernel/problem.ts';
import { addressOf, lookUpPostalCode, municipalityByCode } from '../areas/index.ts';
import { fieldDeclared, type VenueFieldName, type VenueValues, venueFieldNames } from './venue-fields.ts';
import { isShown } from './venue-values.ts';

const label = (name: VenueFieldName): string => fieldDeclared(name).meta.label;

/** Required where the section is shown (M2.1-8-6). */
const missing = (values: VenueValues, small: boolean): [VenueFieldName, string][] =>
  venueFieldNames
    .filter((name) => fieldDeclared(name).meta.required && isShown(fieldDeclared(name).section, small))
    .filter((name) => values[name] === '' || values[name] === null)
    .map((name) => [
      name,
      `${label(name)}を${fieldDeclared(name).meta.kind === 'choice' ? '選択' : '入力'}してください。`,
    ]);

const doctorMail = ({ doctorEmail, doctorEmailDeclined }: VenueValues): [VenueFieldName, string][] => {
  if (doctorEmail === '' && !doctorEmailDeclined)
    return [
      [
        'doctorEmail',
        `${label('doctorEmail')}を入力するか、「メールアドレス登録を希望しない」にチェックをつけてください。`,
      ],
    ];
  if (doctorEmail !== '' && doctorEmailDeclined)
    return [
      [
        'doctorEmailDeclined',
        'メールアドレスが入力されています。登録を希望しない場合は、メールアドレスを消してください。',
      ],
    ];
  return [];
};

/** A postal code must exist, and the venue's own lie in its municipality: that one is the reception system's. */
const postalCodes = ({ postalCode, deliverySame, deliveryPostalCode }: VenueValues, municipality: string) => {
  const faults: [VenueFieldName, string][] = [];
  const towns = postalCode === '' ? [] : lookUpPostalCode(postalCode);
  if (postalCode !== '' && towns.length === 0)
    faults.push(['postalCode', 'この郵便番号は見つかりません。番号を確認してください。']);
  else if (postalCode !== '' && !towns.some((town) => town.municipality.code === municipality))
    faults.push([
      'postalCode',
      `この郵便番号は${addressOf(towns[0] as (typeof towns)[number])}のものです。${municipalityByCode(municipality)?.name ?? 'この市町村'}の郵便番号を入力してください。`,
    ]);
  if (!deliverySame && deliveryPostalCode !== '' && lookUpPostalCode(deliveryPostalCode).length === 0)
    faults.push(['deliveryPostalCode', 'この郵便番号は見つかりません。番号を確認してください。']);
  return faults;
};

const vendor = ({ bookingDelegated, vendorId }: VenueValues): [VenueFieldName, string][] =>
  bookingDelegated === 'yes' && vendorId === null
    ? [['vendorId', '「代行入力フラグ」が「要」のときは、予約受付業者を選択してください。']]
    : [];

/** What is wrong with a venue as a whole, by field; nothing = fine. */
export const venueFaults = (
  values: VenueValues,
  { smallFacility, municipalityCode }: { readonly smallFacility: boolean; readonly municipalityCode: string },
): FieldErrors =>
  Object.fromEntries([
    ...missing(values, smallFacility),
    ...doctorMail(values),
    ...postalCodes(values, municipalityCode),
    ...vendor(values),
  ]);

/** What follows from what was typed: no vendor without delegation, no address of its own where it is the same. */
export const settled = (values: VenueValues): VenueValues => ({
  ...values,
  vendorId: values.bookingDelegated === 'yes' ? values.vendorId : null,
});

/** Fields that are right or wrong together. */
const together: readonly (readonly VenueFieldName[])[] = [
  ['doctorEmail', 'doctorEmailDeclined'],
  ['deliverySame', 'deliveryPostalCode'],
  ['bookingDelegated', 'vendorId'],
];

/** M1.8-2: saved in place, a field answers for itself and those it goes with, not for what others left blank before. */
export const faultsOfChanged = (faults: FieldErrors, changed: readonly string[]): FieldErrors => {
  const concerned = new Set([
    ...changed,
    ...together.filter((group) => group.some((name) => changed.includes(name))).flat(),
  ]);
  return Object.fromEntries(Object.entries(faults).filter(([name]) => concerned.has(name)));
};
