import type { SeedRow } from '../seed/index.ts';
import type { Offices, TableRows } from './offices.ts';
import { HOME } from './places.ts';
import { at } from './time.ts';

type Written = {
  readonly org: number;
  readonly moment: string;
  readonly title: string;
  readonly roles: string;
  readonly area: string;
  readonly lines: readonly string[];
};

const written = ({ ministry, prefectures, municipalities, desk }: Offices): readonly Written[] => [
  {
    org: ministry,
    moment: at('2021-04-12', 10 * 60),
    title: '1バイアルあたりの接種回数が6回になりました',
    roles: '{prefecture,municipality,basic,satellite}',
    area: '',
    lines: [
      '4月12日以降に配送されるファイザー社のワクチンから、1バイアルあたり6回の接種になります。',
      '',
      '希望回数と接種回数は、クールの標準配送期間の最初の日に有効な回数で計算されます。針とシリンジは6回分をお届けします。',
    ],
  },
  {
    org: desk,
    moment: at('2021-04-19', 9 * 60),
    title: '電話でのお問い合わせが混み合っています',
    roles: '{prefecture,municipality,basic,satellite,manufacturer,wholesaler,vendor}',
    area: '',
    lines: [
      '月曜日の午前は、電話がつながりにくくなっています。',
      'お急ぎでないときは、「ホーム」の一番下の問い合わせ先をご利用ください。',
    ],
  },
  {
    org: prefectures.get(HOME.prefecture) ?? 0,
    moment: at('2021-04-20', 14 * 60),
    title: '納入希望量の登録についてのお願い',
    roles: '{municipality,basic}',
    area: HOME.prefecture,
    lines: [
      '第5クールの登録期間は 4月26日 9:00 から 4月30日 17:00 までです。',
      '連休前のため、早めの登録をお願いします。サテライト型接種施設の分を含めて登録してください。',
    ],
  },
  {
    org: municipalities.get(HOME.municipality) ?? 0,
    moment: at('2021-04-21', 11 * 60),
    title: 'ワクチンの受け取りについて',
    roles: '{basic,satellite}',
    area: HOME.municipality,
    lines: [
      'ワクチンが届いたら、箱の温度と本数を確認してから「受領確認」を行ってください。',
      '本数が合わないときは、開封せずに区の担当までご連絡ください。',
    ],
  },
];

/** What offices and the desk wrote lately, and who published it; nothing is read yet. */
export const announcementTables = (offices: Offices, userOf: (organisation: number) => number): TableRows[] => {
  const all = written(offices);
  const rows = all.map(
    ({ org, moment, lines, ...text }, i): SeedRow => ({
      id: i + 1,
      org_id: org,
      ...text,
      body: lines.join('\n'),
      importance: 'normal',
      shown_from: moment,
      shown_to: null,
      state: 'published',
      published_at: moment,
      version: 1,
    }),
  );
  const history = all.flatMap(({ org, moment }, i): SeedRow[] =>
    ['create', 'publish'].map((what) => ({
      id: i * 2 + (what === 'create' ? 1 : 2),
      announcement_id: i + 1,
      at: moment,
      user_id: userOf(org),
      what,
    })),
  );
  return [
    ['announcements', rows],
    ['announcement_history', history],
  ];
};
