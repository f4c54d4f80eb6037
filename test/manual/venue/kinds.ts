import type { Account } from '../../support/journey.ts';

/** The two kinds of reader of the manual for institutions. */
export type Venue = {
  readonly account: Extract<Account, 'basic' | 'satellite'>;
  readonly basic: boolean;
  readonly mark: '【基本型接種施設】' | '【サテライト型接種施設】';
};
export const basicVenue: Venue = { account: 'basic', basic: true, mark: '【基本型接種施設】' };
export const satelliteVenue: Venue = { account: 'satellite', basic: false, mark: '【サテライト型接種施設】' };

export const reportsPage = 'ワクチン希望量等の報告・接種実績等の報告';
export const claimsPage = '国保連提出用請求総括書・市区町村別請求書の作成';
