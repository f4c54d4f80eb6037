import { z } from 'zod';
import type { Day } from '../../kernel/calendar.ts';
import { addressOf, municipalityByCode, prefectureByCode } from '../areas/index.ts';
import { markLabel } from '../booking-status/index.ts';
import type { OpenDoses } from '../totals/index.ts';
import { isOld, type PublicVenue, webAddress } from './public-venue.ts';

export const licence = 'CC BY 4.0 https://creativecommons.org/licenses/by/4.0/';

const mark = z
  .enum(['open', 'few', 'closed', 'walk_in', 'unset'])
  .describe('open ○, few △, closed ×, walk_in ●, unset －');
const code = z.string().describe('保険医療機関番号, 10 digits');

/** A venue as open data; the same fields in JSON, NDJSON and CSV. Within /v1 fields are only added. */
export const openVenue = z.object({
  code,
  name: z.string().describe('医療機関・接種会場名'),
  kana: z.string().describe('ふりがな'),
  englishName: z.string(),
  postalCode: z.string().describe('7 digits, or empty'),
  prefectureCode: z.string().describe('JIS X 0401, 2 digits'),
  municipalityCode: z.string().describe('全国地方公共団体コード, 6 digits'),
  address: z.string(),
  phone: z.string(),
  homepage: z.string().describe('http(s) address, or empty'),
  bookingPhone: z.string(),
  bookingUrl: z.string(),
  bookingByPhone: z.boolean(),
  bookingByWeb: z.boolean(),
  receptionHours: z.string(),
  admission: z.enum(['anyone', 'limited']).nullable().describe('一般受入; null: not stated'),
  parkingSpaces: z.number().int().nullable().describe('null: not stated'),
  vaccines: z.array(z.string()).describe('codes; in CSV separated by spaces'),
  notice: z.string(),
  noticeEasy: z.string().describe('やさしい日本語'),
  noticeEnglish: z.string(),
  bookingMark: mark,
  bookingMarkedAt: z.string().nullable().describe('ISO 8601; null: never set'),
});
export type OpenVenue = z.infer<typeof openVenue>;

/** A venue's booking mark as open data. */
export const openMark = z.object({
  code,
  municipalityCode: z.string(),
  bookingMark: mark,
  bookingSign: z.string().describe('○ △ × ● －'),
  bookingMarkedAt: z.string().nullable(),
  old: z.boolean().describe('要確認: not updated for more than 7 days'),
});
export type OpenMark = z.infer<typeof openMark>;

export const toOpenVenue = (venue: PublicVenue): OpenVenue => {
  const prefecture = prefectureByCode(venue.prefectureCode);
  const municipality = municipalityByCode(venue.municipalityCode);
  const begins =
    prefecture && municipality ? addressOf({ code: venue.postalCode, prefecture, municipality, town: venue.town }) : '';
  return {
    code: venue.code,
    name: venue.name,
    kana: venue.kana,
    englishName: venue.englishName,
    postalCode: venue.postalCode,
    prefectureCode: venue.prefectureCode,
    municipalityCode: venue.municipalityCode,
    address: `${begins}${venue.street}`,
    phone: venue.phone,
    homepage: webAddress(venue.homepage) ?? '',
    bookingPhone: venue.bookingPhone,
    bookingUrl: webAddress(venue.bookingUrl) ?? '',
    bookingByPhone: venue.bookingByPhone,
    bookingByWeb: venue.bookingByWeb,
    receptionHours: venue.hours,
    admission: venue.admission,
    parkingSpaces: venue.parkingSpaces,
    vaccines: venue.vaccines.map((vaccine) => vaccine.code),
    notice: venue.notice,
    noticeEasy: venue.noticeEasy,
    noticeEnglish: venue.noticeEnglish,
    bookingMark: venue.mark,
    bookingMarkedAt: venue.markedAt,
  };
};

export const toOpenMark = (venue: PublicVenue, today: Day): OpenMark => ({
  code: venue.code,
  municipalityCode: venue.municipalityCode,
  bookingMark: venue.mark,
  bookingSign: markLabel(venue.mark).slice(-1),
  bookingMarkedAt: venue.markedAt,
  old: isOld(venue, today),
});

/** Doses as they were reported on a day in a prefecture. */
export const openDoses = z.object({
  date: z.string().describe('day of the report in Japan, YYYY-MM-DD'),
  prefectureCode: z.string().describe('JIS X 0401, 2 digits'),
  prefectureName: z.string(),
  vaccine: z.string().describe('code'),
  category: z.string().describe('code of who was vaccinated'),
  categoryName: z.string(),
  doseNumber: z.number().int().describe('1: first dose, 2: second …'),
  doses: z.number().int().describe('reported on that day; below 0 where a correction took back more than was added'),
});
export type OpenDosesItem = z.infer<typeof openDoses>;

export const toOpenDoses = (row: OpenDoses): OpenDosesItem => ({
  date: row.day,
  prefectureCode: row.prefectureCode,
  prefectureName: prefectureByCode(row.prefectureCode)?.name ?? '',
  vaccine: row.vaccineCode,
  category: row.category,
  categoryName: row.categoryLabel,
  doseNumber: row.doseNumber,
  doses: row.doses,
});
