/** What can be wrong on a venue's public page. */
export const faults = ['phone', 'booking', 'hours', 'address', 'closed', 'other'] as const;
export type Fault = (typeof faults)[number];

/** In the words of the municipality's list and its news. */
export const faultNames: Readonly<Record<Fault, string>> = {
  phone: '電話番号が違う・つながらない',
  booking: '予約の状況が実際と違う',
  hours: '受付時間が違う',
  address: '名称・住所が違う',
  closed: 'この会場では接種していない',
  other: 'そのほか',
};

export const longestNote = 200;

/** S25: at most this many reports of one address in a while; more is refused. */
export const reportsPerAddress = 5;
export const whileMs = 10 * 60_000;
/** At most this many reports of one venue a day are kept: the municipality knows by then. */
export const reportsPerVenueAndDay = 20;

export type ErrorReport = {
  readonly id: number;
  readonly venueId: number;
  readonly venueName: string;
  readonly venueCode: string;
  readonly fault: Fault;
  readonly note: string;
  readonly at: Date;
  readonly handledAt: Date | null;
  readonly version: number;
};
