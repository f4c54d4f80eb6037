import type { ColumnType, Generated } from 'kysely';
import type { Day } from '../../kernel/calendar.ts';
import type { Duty } from './venue-field.ts';

type ReachColumn = ColumnType<string[], never, never>;

export type VenueDirectoryRow = {
  venue_id: number;
  code: string;
  name: string;
  kana: string;
  english_name: string;
  postal_code: string;
  prefecture_code: string;
  municipality_code: string;
  town: string;
  street: string;
  phone: string;
  homepage: string;
  approved: Generated<boolean>;
  hidden: Generated<boolean>;
  facility_class: 'institution' | 'special_site' | null;
  booking_mark: Generated<'open' | 'few' | 'closed' | 'walk_in' | 'unset'>;
  booking_marked_at: Date | null;
  search_text: string;
  search_name: ColumnType<string, never, never>;
  parking_spaces: number | null;
  booking_phone: Generated<string>;
  booking_url: Generated<string>;
  booking_by_phone: Generated<boolean>;
  booking_by_web: Generated<boolean>;
  reception_hours: Generated<string>;
  general_admission: 'anyone' | 'limited' | null;
  notice: Generated<string>;
  notice_easy: Generated<string>;
  notice_english: Generated<string>;
  version: Generated<number>;
};

export type VenueRow = {
  venue_id: number;
  municipality_code: string;
  prefecture_code: string;
  representative_name: string;
  small_facility: Generated<boolean>;
  freezers_75: number | null;
  freezers_20: number | null;
  booking_delegated: Generated<boolean>;
  vendor_id: number | null;
  detailed_explanation: 'wanted' | 'not_wanted' | null;
  delivery_name: string;
  delivery_postal_code: string | null;
  delivery_address: string;
  delivery_same_address: Generated<boolean>;
  fax: Generated<string>;
  doctor_email_declined: Generated<boolean>;
  version: Generated<number>;
};

declare module '../../platform/db/tables.ts' {
  interface Tables {
    venue_directory: VenueDirectoryRow;
    venues: VenueRow;
    venue_vaccines: {
      venue_id: number;
      vaccine_id: number;
      role: 'basic' | 'satellite';
      basic_venue_id: number | null;
    };
    doctors: {
      id: Generated<number>;
      venue_id: number;
      prefecture_code: string;
      municipality_code: string;
      name: string;
      kana: string;
      phone: string;
      email: string;
      version: Generated<number>;
      reach: ReachColumn;
    };
    venue_contacts: {
      venue_id: number;
      duty: Duty;
      prefecture_code: string;
      municipality_code: string;
      affiliation: Generated<string>;
      name: Generated<string>;
      kana: Generated<string>;
      phone: Generated<string>;
      email: Generated<string>;
      reach: ReachColumn;
    };
    venue_changes: {
      id: Generated<number>;
      venue_id: number;
      prefecture_code: string;
      municipality_code: string;
      at: Date;
      user_id: number | null;
      org_id: number | null;
      how: 'edit' | 'approval' | 'import';
      changes: ColumnType<readonly { field: string; label: string; from: string; to: string }[], string, never>;
      reach: ReachColumn;
    };
    doctor_vaccines: { doctor_id: number; vaccine_id: number };
    wholesaler_areas: {
      id: Generated<number>;
      wholesaler_id: number;
      vaccine_id: number;
      prefecture_code: string;
      municipality_code: string | null;
      from_day: Day;
      to_day: Day | null;
      version: Generated<number>;
    };
  }
}
