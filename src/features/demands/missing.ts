import { type Day, dayOf } from '../../kernel/calendar.ts';
import { type Cycle, cycleTitle, type RegistrationPhase, registrationPhase } from '../cycles/index.ts';
import type { News } from '../notices/index.ts';
import { periodText } from './deadlines.ts';

/** What is listed: venues for 市町村, 市町村 for 都道府県, 都道府県 for 国. */
export type MissingLevel = 'venues' | 'municipalities' | 'prefectures';

/** One who still owes a 納入希望量 or its 確定, by name (S3). */
export type MissingEntry = {
  /** The organisation to be reminded. */
  readonly orgId: number;
  readonly name: string;
  /** 10-digit code of a venue. */
  readonly code: string | null;
  readonly prefectureCode: string;
  readonly municipalityCode: string | null;
  /** What is missing: 「未入力 3施設」. */
  readonly note: string;
  /** Where it can be looked at, or entered for it. */
  readonly href: string;
  /** When an office reminded it last; null: never. */
  readonly remindedAt: Date | null;
};

export type Missing = {
  readonly cycle: Cycle;
  readonly phase: RegistrationPhase;
  readonly level: MissingLevel;
  readonly entries: readonly MissingEntry[];
};

/** One reminder a day is enough. */
export const remindedOn = ({ remindedAt }: MissingEntry, today: Day): boolean =>
  remindedAt !== null && dayOf(remindedAt) === today;

/** The クール whose missing entries can still be made good: registration has begun, delivery has not; the earliest deadline first. */
export const cyclesToChase = (cycles: readonly Cycle[], now: Date): Cycle[] =>
  cycles
    .filter((cycle) => cycle.state === 'planned' && registrationPhase(cycle, now) !== 'before')
    .filter(({ deliveryFrom }) => dayOf(now) < deliveryFrom)
    .sort((a, b) => a.registrationTo.getTime() - b.registrationTo.getTime() || a.id - b.id);

const senders = { venues: '市町村', municipalities: '都道府県', prefectures: '厚生労働省' } as const;

const asks: Readonly<Record<MissingLevel, (phase: RegistrationPhase) => readonly string[]>> = {
  venues: (phase) =>
    phase === 'open'
      ? [
          '「ワクチン希望量等の報告・接種実績等の報告」から、登録期間内に登録してください。',
          '必要がない場合は「0」を登録してください。',
        ]
      : ['登録期間は終了しました。ワクチンが必要な場合は、すぐに市町村に連絡してください。'],
  municipalities: () => [
    '未入力の施設に確認し、「納入希望量の確認」で入力または確定してください。',
    '「ホーム」から、未入力の施設にお知らせを送ることもできます。',
  ],
  prefectures: () => ['未入力の施設や未確定の市町村がないか、「納入希望量の確認」で確認してください。'],
};

/** An office reminds by hand: mail and お知らせ, once a day. */
export const demandReminder = ({ cycle, phase, level }: Missing, entry: MissingEntry, today: Day): News => ({
  orgId: entry.orgId,
  kind: 'demand.reminder',
  title: level === 'venues' ? '納入希望量の登録のお願い' : '納入希望量の確認のお願い',
  lines: [
    level === 'venues'
      ? `${cycleTitle(cycle)}の納入希望量が、まだ登録されていません。`
      : `${cycleTitle(cycle)}の納入希望量がそろっていません（${entry.note}）。`,
    `登録期間：${periodText(cycle)}`,
    ...asks[level](phase),
  ],
  link: level === 'venues' ? `/reports?vaccine=${cycle.vaccineId}` : `/demands?cycle=${cycle.id}`,
  from: senders[level],
  key: `demand-reminder:${cycle.id}:${entry.orgId}:${today}`,
});
