import {
  type Actor,
  can as canBy,
  mayUse,
  type PolicyTable,
  type Reach,
  reachesOf,
  type Target,
} from './kernel/policy.ts';

/**
 * S29: everything an organisation may see and do. Rows = permissions, columns = kinds of organisation (a venue's per
 * vaccine role), cells = how far it reaches; an empty cell is forbidden, and a forbidden page answers 404.
 *
 * Exception kept here too: the directory (code, name, address, vaccine and role of approved venues) is readable by
 * every signed-in venue and office for search (`directory.search`).
 */
export const policy = {
  'home.view': {
    ministry: 'own',
    prefecture: 'own',
    municipality: 'own',
    manufacturer: 'own',
    wholesaler: 'own',
    basic: 'own',
    satellite: 'own',
    vendor: 'own',
    desk: 'own',
  },
  'account.own': {
    ministry: 'own',
    prefecture: 'own',
    municipality: 'own',
    manufacturer: 'own',
    wholesaler: 'own',
    basic: 'own',
    satellite: 'own',
    vendor: 'own',
    desk: 'own',
  },
  'notices.read': {
    ministry: 'own',
    prefecture: 'own',
    municipality: 'own',
    manufacturer: 'own',
    wholesaler: 'own',
    basic: 'own',
    satellite: 'own',
    vendor: 'own',
    desk: 'own',
  },
  'knowledge.read': {
    ministry: 'all',
    prefecture: 'all',
    municipality: 'all',
    manufacturer: 'all',
    wholesaler: 'all',
    basic: 'all',
    satellite: 'all',
    vendor: 'all',
    desk: 'all',
  },
  'knowledge.manage': { desk: 'all' },
  'support.ask': {
    ministry: 'own',
    prefecture: 'own',
    municipality: 'own',
    manufacturer: 'own',
    wholesaler: 'own',
    basic: 'own',
    satellite: 'own',
    vendor: 'own',
    desk: 'own',
  },
  'support.inquire': {
    ministry: 'own',
    prefecture: 'own',
    municipality: 'own',
    manufacturer: 'own',
    wholesaler: 'own',
    basic: 'own',
    satellite: 'own',
    vendor: 'own',
  },
  'ticket.handle': { desk: 'all' },
  'directory.search': {
    ministry: 'all',
    prefecture: 'all',
    municipality: 'all',
    manufacturer: 'all',
    wholesaler: 'all',
    basic: 'all',
    satellite: 'all',
    vendor: 'all',
  },

  'venue.view': { ministry: 'all', prefecture: 'area', municipality: 'area', basic: 'own', satellite: 'own' },
  'venue.list': { ministry: 'all', prefecture: 'area', municipality: 'area' },
  'venue.edit': { prefecture: 'area', municipality: 'area', basic: 'own', satellite: 'own' },
  'venue.import': { ministry: 'all' },
  'venue.sheet': { prefecture: 'area', municipality: 'area' },
  'contact.view': { manufacturer: 'assigned' },
  'application.view': { prefecture: 'area', municipality: 'area', basic: 'own', satellite: 'own' },
  'application.decide': { municipality: 'area' },
  'application.withdraw': { basic: 'own', satellite: 'own' },
  'navi-report.handle': { prefecture: 'area', municipality: 'area' },
  'booking-status.update': { basic: 'own', satellite: 'own', vendor: 'delegated' },
  'booking-status.delegated': { vendor: 'delegated' },

  'cycle.view': {
    ministry: 'all',
    prefecture: 'all',
    municipality: 'all',
    manufacturer: 'all',
    wholesaler: 'all',
    basic: 'all',
    satellite: 'all',
  },
  'cycle.define': { ministry: 'all' },
  'vaccine.define': { ministry: 'all' },

  'demand.register': { basic: 'own' },
  'demand.view': { ministry: 'all', prefecture: 'area', municipality: 'area' },
  'demand.correct': { municipality: 'area' },
  'demand.enter-for': { municipality: 'area', prefecture: 'area' },
  'demand.remind': { ministry: 'all', prefecture: 'area', municipality: 'area' },

  'allocation.view': { ministry: 'all', prefecture: 'area', municipality: 'area' },
  'allocation.national': { ministry: 'all' },
  'allocation.prefectural': { prefecture: 'area' },
  'allocation.municipal': { municipality: 'area' },

  'distribution.own': { basic: 'own' },
  'distribution.view': { ministry: 'all', prefecture: 'area', municipality: 'area' },
  'distribution.ship': { manufacturer: 'assigned' },
  'distribution.deliver': { wholesaler: 'assigned' },
  'distribution.receive': { basic: 'own' },
  'order-list.view': { ministry: 'all', manufacturer: 'assigned', wholesaler: 'assigned' },

  'report.register': { basic: 'own', satellite: 'own' },
  'report.shape': { ministry: 'all' },
  'claim.view': { basic: 'own', satellite: 'own' },
  'claim-rule.set': { municipality: 'area' },
  'claim.save': { basic: 'own', satellite: 'own' },
  'totals.view': { ministry: 'all', prefecture: 'area', municipality: 'area' },
  'stock.own': { basic: 'own', satellite: 'own' },
  // A transfer is readable by both its sides, and by the offices of either.
  'lot.view': { ministry: 'all', prefecture: 'area', municipality: 'area', basic: 'own', satellite: 'own' },
  'lot.manage': { ministry: 'all' },
  'transfer.own': { basic: 'own', satellite: 'own' },
  'transfer.view': { ministry: 'all', prefecture: 'area', municipality: 'area' },

  'wholesaler-area.assign': { prefecture: 'area' },
  'satellite.link': { municipality: 'area' },
  'api-key.manage': {
    ministry: 'own',
    manufacturer: 'own',
    wholesaler: 'own',
    basic: 'own',
    satellite: 'own',
    vendor: 'own',
  },
  'account.support': { desk: 'all' },
  'retention.view': { ministry: 'all', desk: 'all' },
  'service.switch': { desk: 'all' },
  'announcement.write': { ministry: 'all', prefecture: 'area', municipality: 'area', desk: 'all' },
  'organisation.manage': { ministry: 'all', desk: 'all' },
  'user.manage': { ministry: 'all', desk: 'all' },
} as const satisfies PolicyTable;

export type PermissionName = keyof typeof policy;
type Rows = { readonly [P in PermissionName]: true };

/** What an API key can be made for, and the permissions that each scope opens to a key of an organisation that has them. */
export const scopes = {
  'order-lists:read': ['order-list.view'],
  'reception:import': ['venue.import'],
  'venues:read': ['directory.search', 'venue.view', 'contact.view'],
  'booking-status:write': ['booking-status.update', 'booking-status.delegated'],
  'reports:write': ['report.register'],
  'claims:write': ['claim.save'],
} as const satisfies Readonly<Record<string, readonly PermissionName[]>>;
export type ScopeName = keyof typeof scopes;
export const scopeNames = Object.keys(scopes) as ScopeName[];
type ScopeRows = { readonly [S in ScopeName]: true };

declare module './platform/http/route.ts' {
  interface Permissions extends Rows {}
  interface Scopes extends ScopeRows {}
}

/** May the actor do this to this record? */
export const can = (actor: Actor, permission: PermissionName, target: Target): boolean =>
  canBy(policy, actor, permission, target);
/** May the actor do this at all? */
export const may = (actor: Actor, permission: PermissionName): boolean => mayUse(policy, actor, permission);
/** The reaches that become the WHERE of every list. */
export const reachOf = (actor: Actor, permission: PermissionName): Reach[] => reachesOf(policy, actor, permission);
/** The scopes that a key of the actor's organisation can have. */
export const scopesOf = (actor: Actor): ScopeName[] =>
  scopeNames.filter((scope) => scopes[scope].some((permission) => may(actor, permission)));
