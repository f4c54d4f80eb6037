import { prefectureByCode } from '../areas/index.ts';
import { addressLine, type Venue } from '../venues/index.ts';
import type { Claim } from './claim.ts';
import { formOf, pricesOf } from './claim-forms.ts';
import { type OutputName, outputOf } from './claim-outputs.ts';
import type { ClaimPaper } from './claim-paper.ts';
import type { OwnRoute } from './claim-rules.ts';

/** A saved claim with the venue as it is registered now (MH-7), ready to be put on paper. */
export const paperFor = (output: OutputName, venue: Venue, claim: Claim, ownRoute: OwnRoute): ClaimPaper => ({
  output,
  title: outputOf(output)?.title ?? '',
  month: claim.month,
  form: formOf(claim.month),
  prices: pricesOf(claim.month),
  venue: {
    code: venue.code,
    name: venue.name,
    address: addressLine(venue),
    representative: venue.representativeName,
    phone: venue.phone,
    prefectureName: prefectureByCode(venue.prefectureCode)?.name ?? '',
  },
  own: claim.own,
  sheets: claim.sheets,
  ownDirect: ownRoute === 'direct',
});
