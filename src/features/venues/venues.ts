/** A venue as its own people and its offices see it. */
export type Venue = {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly kana: string;
  readonly englishName: string;
  readonly postalCode: string;
  readonly prefectureCode: string;
  readonly municipalityCode: string;
  readonly town: string;
  readonly street: string;
  readonly phone: string;
  readonly homepage: string;
  readonly facilityClass: 'institution' | 'special_site' | null;
  readonly representativeName: string;
  readonly smallFacility: boolean;
  /** null: not entered */
  readonly freezers75: number | null;
  readonly freezers20: number | null;
  readonly bookingDelegated: boolean;
  readonly vendorId: number | null;
  readonly version: number;
};

/** 取扱ワクチン of a venue: per vaccine 基本型 or サテライト型, and the satellite's 基本型. */
export type Handled = {
  readonly vaccineId: number;
  readonly vaccineName: string;
  readonly role: 'basic' | 'satellite';
  readonly basicVenueId: number | null;
  readonly basicVenueName: string | null;
};

export type Doctor = {
  readonly id: number;
  readonly name: string;
  readonly kana: string;
  readonly phone: string;
  readonly email: string;
};

export const facilityClasses = { institution: '医療機関', special_site: '特設の接種会場' } as const;
export const roleNames = { basic: '基本型', satellite: 'サテライト型' } as const;
