/** Chapters 2.1 to 2.3: 医療機関・接種会場, 医師. */
export { addressLine } from './address-line.ts';
export { venueLookupRoom } from './lookup.routes.ts';
export { venuesRoom } from './routes.ts';
export { type DirectoryHit, searchDirectory } from './search-directory.store.ts';
export { countDoctors, loadHandled, loadVenue } from './venues.store.ts';
export type { Handled, Venue } from './venues.ts';
