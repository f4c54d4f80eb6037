import { municipalityByCode, prefectureByCode } from '../areas/index.ts';
import { isOffice, type OrganisationRecord } from './organisations.ts';

export type Area = Pick<OrganisationRecord, 'name' | 'prefectureCode' | 'municipalityCode'>;

const fold = (typed: string): string => typed.normalize('NFKC').trim();

/** The area that a code names for a kind of office, with its name; null for an unknown code or another kind. */
const areaOf = (kind: OrganisationRecord['kind'], typed: string): Area | null => {
  const code = fold(typed);
  const prefecture = kind === 'prefecture' ? prefectureByCode(code) : undefined;
  if (prefecture) return { name: prefecture.name, prefectureCode: prefecture.code, municipalityCode: null };
  const municipality = kind === 'municipality' ? municipalityByCode(code) : undefined;
  return municipality
    ? { name: municipality.name, prefectureCode: municipality.prefectureCode, municipalityCode: municipality.code }
    : null;
};

type Typed = { readonly kind: OrganisationRecord['kind']; readonly code: string; readonly name: string };

/** Name and area of an organisation as typed, or what is wrong with them; the same on screen and in the CSV. */
export const placeOrganisation = ({
  kind,
  code,
  name,
}: Typed): Area | { readonly faults: Readonly<Record<string, string>> } => {
  if (!isOffice(kind)) {
    if (fold(code) !== '') return { faults: { code: 'コードは都道府県・市町村のときだけ入力してください。' } };
    if (name === '') return { faults: { name: '名称を入力してください。' } };
    return { name, prefectureCode: null, municipalityCode: null };
  }
  const area = areaOf(kind, code);
  if (area) return name === '' ? area : { ...area, name };
  const digits = kind === 'prefecture' ? '2桁の都道府県コード' : '6桁の市町村コード';
  return {
    faults: { code: fold(code) === '' ? `${digits}を入力してください。` : `${digits}として正しくありません。` },
  };
};
