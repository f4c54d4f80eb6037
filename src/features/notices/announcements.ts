import type { Actor, Column, Organisation } from '../../kernel/policy.ts';

/** Whom an お知らせ can be for, in the order of the screen: the columns of the permission table. */
export const audienceRoles = [
  { value: 'ministry', label: '国' },
  { value: 'prefecture', label: '都道府県' },
  { value: 'municipality', label: '市町村' },
  { value: 'basic', label: '基本型接種施設' },
  { value: 'satellite', label: 'サテライト型接種施設' },
  { value: 'manufacturer', label: '製薬メーカー' },
  { value: 'wholesaler', label: '卸業者' },
  { value: 'vendor', label: '予約受付業者' },
  { value: 'desk', label: 'サービスデスク' },
] as const satisfies readonly { readonly value: Column; readonly label: string }[];

export const importances = [
  { value: 'normal', label: '通常' },
  {
    value: 'important',
    label: '重要',
    help: '読まれるまで、受け取った人の「ホーム」の一番上にも表示します。掲載が始まると、1回だけメールでも送信します。',
  },
] as const;
export type Importance = (typeof importances)[number]['value'];

/** Roles and area: '' everywhere, else the code of a 都道府県 (2 digits) or a 市町村 (6 digits). */
export type Audience = { readonly roles: readonly Column[]; readonly area: string };

export type AnnouncementText = Audience & {
  readonly title: string;
  readonly body: string;
  readonly importance: Importance;
  readonly shownFrom: Date;
  readonly shownTo: Date | null;
};

export type AnnouncementState = 'draft' | 'published' | 'withdrawn';

/** What an office or the service desk writes for others (M1.5-1 ④). */
export type Announcement = AnnouncementText & {
  readonly id: number;
  readonly orgId: number;
  readonly orgName: string;
  readonly state: AnnouncementState;
  readonly publishedAt: Date | null;
  /** When the whole audience had been mailed; null: not, or not yet. */
  readonly mailedAt: Date | null;
  readonly version: number;
};

type Writer = Pick<Organisation, 'kind' | 'prefectureCode' | 'municipalityCode'>;

/** Roles that belong to no 都道府県 or 市町村: they get what is for everywhere only. */
const withoutArea: readonly Column[] = ['ministry', 'manufacturer', 'wholesaler', 'vendor', 'desk'];

/** Whom a writer may address: 国 and the desk everyone, 都道府県 and 市町村 those below them. */
export const rolesOf = ({ kind }: Writer): readonly Column[] => {
  switch (kind) {
    case 'ministry':
    case 'desk':
      return audienceRoles.map(({ value }) => value);
    case 'prefecture':
      return ['municipality', 'basic', 'satellite'];
    case 'municipality':
      return ['basic', 'satellite'];
    default:
      return [];
  }
};

/** The widest area that a writer may address; null = none at all. */
export const areaOf = ({ kind, prefectureCode, municipalityCode }: Writer): string | null => {
  switch (kind) {
    case 'ministry':
    case 'desk':
      return '';
    case 'prefecture':
      return prefectureCode;
    case 'municipality':
      return municipalityCode;
    default:
      return null;
  }
};

/** A 市町村 lies in its 都道府県 by the first two digits of its code, and everything lies everywhere. */
const liesIn = (area: string, wider: string): boolean => area.startsWith(wider);

/** What is wrong with an audience for this writer, at its field. */
export const audienceFaults = (writer: Writer, { roles, area }: Audience): Readonly<Record<string, string>> => {
  const allowed = rolesOf(writer);
  const own = areaOf(writer);
  const alone = roles.filter((role) => withoutArea.includes(role));
  return {
    ...(!roles.every((role) => allowed.includes(role)) && { roles: '対象者を選択し直してください。' }),
    ...((own === null || !liesIn(area, own)) && { area: '対象地域を選択し直してください。' }),
    ...(area !== '' &&
      alone.length > 0 && {
        roles: `${roleNames(alone)}は地域に属さないため、対象地域が「全国」のお知らせだけが届きます。`,
      }),
  };
};

/** 「市町村、基本型接種施設」. */
export const roleNames = (roles: readonly Column[]): string =>
  audienceRoles
    .filter(({ value }) => roles.includes(value))
    .map(({ label }) => label)
    .join('、');

/** The areas whose お知らせ reach an organisation: everywhere, its 都道府県, its 市町村. */
export const areasReaching = ({ prefectureCode, municipalityCode }: Writer): readonly string[] =>
  ['', prefectureCode, municipalityCode].filter((area) => area !== null);

/** Does it reach this user? */
export const concerns = ({ roles, area }: Audience, { org, columns }: Pick<Actor, 'org' | 'columns'>): boolean =>
  columns.some((column) => roles.includes(column)) && areasReaching(org).includes(area);

/** Shown to its audience at this moment. */
export const isShownNow = (
  { state, shownFrom, shownTo }: Pick<Announcement, 'state' | 'shownFrom' | 'shownTo'>,
  now: Date,
): boolean => state === 'published' && shownFrom <= now && (shownTo === null || now < shownTo);
