import type { OrgKind } from '../../kernel/policy.ts';

/** The kinds of organisation in the words of the screens. */
export const kindNames = {
  ministry: '国',
  prefecture: '都道府県',
  municipality: '市町村',
  manufacturer: '製薬メーカー',
  wholesaler: '卸業者',
  venue: '医療機関・接種会場',
  vendor: '予約受付業者',
  desk: 'サービスデスク',
} as const satisfies Record<OrgKind, string>;

/** What 国 and the desk create on screen and by CSV (S33); venues come from the reception system. */
export const createdKinds = ['prefecture', 'municipality', 'manufacturer', 'wholesaler', 'vendor'] as const;
export type CreatedKind = (typeof createdKinds)[number];

export const isOffice = (kind: OrgKind): kind is 'prefecture' | 'municipality' =>
  kind === 'prefecture' || kind === 'municipality';

export type OrganisationRecord = {
  readonly id: number;
  readonly kind: OrgKind;
  readonly name: string;
  readonly prefectureCode: string | null;
  readonly municipalityCode: string | null;
  readonly phone: string;
  readonly email: string;
  readonly active: boolean;
  readonly version: number;
};

/** The code an office is known by; other organisations are known by their names. */
export const officeCode = ({
  kind,
  prefectureCode,
  municipalityCode,
}: Pick<OrganisationRecord, 'kind' | 'prefectureCode' | 'municipalityCode'>): string =>
  kind === 'prefecture' ? (prefectureCode ?? '') : kind === 'municipality' ? (municipalityCode ?? '') : '';

/** What the CSV finds an organisation again by. */
export const organisationKey = (
  record: Pick<OrganisationRecord, 'kind' | 'name' | 'prefectureCode' | 'municipalityCode'>,
): string => `${record.kind}:${isOffice(record.kind) ? officeCode(record) : record.name}`;
