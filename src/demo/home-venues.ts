import type { VenueName } from './venue-names.ts';
import type { DemoVenue } from './venues.ts';

/** What is fixed about a venue; the rest falls by chance. */
export type Pinned = {
  readonly name: VenueName;
  readonly facts: Partial<DemoVenue> & Pick<DemoVenue, 'role' | 'kind'>;
};

/** 芝公園病院: the venue of basic@v.sys. */
export const SHIBAKOEN = '1310300015';
/** 三田クリニック: its satellite, the venue of satellite@v.sys. */
export const MITA = '1310300023';
/** 高輪みなと病院: the venue of newcomer@v.sys. */
export const TAKANAWA = '1310300031';

/** The first venues of 港区, in the order of their codes. */
export const HOME_VENUES: readonly Pinned[] = [
  {
    name: { name: '芝公園病院', kana: 'しばこうえんびょういん', english: 'Shibakoen Hospital' },
    facts: {
      role: 'basic',
      kind: 'hospital',
      address: { postalCode: '1050011', name: '芝公園', street: '9-91-1' },
      representative: '芝　恵子',
      smallFacility: false,
      freezers: 1,
      delegated: false,
      doctors: 2,
      size: 3,
    },
  },
  {
    name: { name: '三田クリニック', kana: 'みたくりにっく', english: 'Mita Clinic' },
    facts: {
      role: 'satellite',
      kind: 'clinic',
      basicCode: SHIBAKOEN,
      address: { postalCode: '1080073', name: '三田', street: '9-92-5' },
      representative: '三田　誠',
      smallFacility: true,
      delegated: true,
      doctors: 1,
    },
  },
  {
    name: { name: '高輪みなと病院', kana: 'たかなわみなとびょういん', english: 'Takanawa Minato Hospital' },
    facts: {
      role: 'basic',
      kind: 'hospital',
      address: { postalCode: '1080074', name: '高輪', street: '9-93-8' },
      representative: '',
      smallFacility: false,
      freezers: null,
      delegated: false,
      doctors: 0,
      size: 2,
      untouched: true,
    },
  },
];
