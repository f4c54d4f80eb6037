/** The kinds of organisation (system.md: Actors); a venue acts as 基本型 or サテライト型 per vaccine, so it has two columns. */
export const orgKinds = [
  'ministry',
  'prefecture',
  'municipality',
  'manufacturer',
  'wholesaler',
  'venue',
  'vendor',
  'desk',
] as const;
export type OrgKind = (typeof orgKinds)[number];

export const columns = [
  'ministry',
  'prefecture',
  'municipality',
  'manufacturer',
  'wholesaler',
  'basic',
  'satellite',
  'vendor',
  'desk',
] as const;
export type Column = (typeof columns)[number];

/**
 * How far a permission reaches: `own` the organisation's own records, `area` those of its 都道府県 or 市町村, `assigned`
 * rows that name it as maker or wholesaler, `delegated` venues that delegated to it, `all` everything.
 */
export type Reach = 'own' | 'area' | 'assigned' | 'delegated' | 'all';
export type PolicyTable = Readonly<Record<string, Readonly<Partial<Record<Column, Reach>>>>>;

export type Organisation = {
  readonly id: number;
  readonly kind: OrgKind;
  readonly name: string;
  readonly prefectureCode: string | null;
  readonly municipalityCode: string | null;
};

/** Who acts: one user of one organisation, with the columns of the permission table that apply to it. */
export type Actor = {
  readonly userId: number;
  readonly userName: string;
  readonly displayName: string;
  readonly org: Organisation;
  readonly columns: readonly Column[];
  /** The API key by which a program acts; only what the key opens is allowed then. */
  readonly key?: ApiKey;
};

/** What an API key opens: scopes as they were granted, and the permissions behind them. */
export type ApiKey = {
  readonly id: number;
  readonly scopes: readonly string[];
  readonly permissions: readonly string[];
};

/** The organisation facts of a record that a permission is asked for. */
export type Target = {
  readonly orgId?: number | null;
  readonly prefectureCode?: string | null;
  readonly municipalityCode?: string | null;
  readonly makerId?: number | null;
  readonly wholesalerId?: number | null;
  readonly vendorId?: number | null;
};

const reaches = (reach: Reach, { org }: Actor, target: Target): boolean => {
  switch (reach) {
    case 'all':
      return true;
    case 'own':
      return target.orgId === org.id;
    case 'area':
      return org.municipalityCode !== null
        ? target.municipalityCode === org.municipalityCode
        : org.prefectureCode !== null && target.prefectureCode === org.prefectureCode;
    case 'assigned':
      return target.makerId === org.id || target.wholesalerId === org.id;
    case 'delegated':
      return target.vendorId === org.id;
  }
};

/** The widest reaches that the actor has for a permission; none = forbidden. */
export const reachesOf = (table: PolicyTable, actor: Actor, permission: string): Reach[] => {
  if (actor.key && !actor.key.permissions.includes(permission)) return [];
  const cells = table[permission] ?? {};
  return [...new Set(actor.columns.flatMap((column) => cells[column] ?? []))];
};

/** May the actor use this permission at all (to show a button or a route)? */
export const mayUse = (table: PolicyTable, actor: Actor, permission: string): boolean =>
  reachesOf(table, actor, permission).length > 0;

/** May the actor use this permission on this record? */
export const can = (table: PolicyTable, actor: Actor, permission: string, target: Target): boolean =>
  reachesOf(table, actor, permission).some((reach) => reaches(reach, actor, target));
