import type { Actor } from '../../kernel/policy.ts';
import type { Giver } from './sheet.ts';

/** The giver that an office is; null for who gives nothing. */
export const giverOf = ({ org }: Pick<Actor, 'org'>): Giver | null => {
  switch (org.kind) {
    case 'ministry':
      return { level: 'national', prefectureCode: null, municipalityCode: null };
    case 'prefecture':
      return { level: 'prefectural', prefectureCode: org.prefectureCode, municipalityCode: null };
    case 'municipality':
      return { level: 'municipal', prefectureCode: org.prefectureCode, municipalityCode: org.municipalityCode };
    default:
      return null;
  }
};

/** Who gave to this giver; null above 国, whose amount is the クール's supply. */
export const giverAbove = ({ level, prefectureCode }: Giver): Giver | null => {
  switch (level) {
    case 'national':
      return null;
    case 'prefectural':
      return { level: 'national', prefectureCode: null, municipalityCode: null };
    case 'municipal':
      return { level: 'prefectural', prefectureCode, municipalityCode: null };
  }
};

/** The giver as a receiver on the sheet above. */
export const receiverKeyOf = ({ level, prefectureCode, municipalityCode }: Giver): string =>
  (level === 'municipal' ? municipalityCode : prefectureCode) ?? '';
