import { municipalityByCode, prefectureByCode } from '../areas/index.ts';
import type { Distribution } from './distribution.ts';

/** A venue in a table of many: its name, below it code and place. */
export const VenueCell = ({ row }: { readonly row: Distribution }) => (
  <>
    {row.venueName}
    <br />
    <small>
      <span class="nowrap">{row.venueCode}</span>{' '}
      <span class="nowrap">
        {prefectureByCode(row.prefectureCode)?.name}
        {municipalityByCode(row.municipalityCode)?.name}
      </span>
    </small>
  </>
);
