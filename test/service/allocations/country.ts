import { sql } from 'kysely';
import { fixSheet } from '../../../src/features/allocations/fix-sheet.service.ts';
import { openCorrection } from '../../../src/features/allocations/open-correction.service.ts';
import type { Giver } from '../../../src/features/allocations/sheet.ts';
import type { SheetInput } from '../../../src/features/allocations/sheet-shape.ts';
import { loadSheets } from '../../../src/features/allocations/sheets.store.ts';
import { noticesRoom } from '../../../src/features/notices/index.ts';
import type { Actor } from '../../../src/kernel/policy.ts';
import type { Ctx } from '../../../src/platform/context.ts';
import type { Db } from '../../../src/platform/db/index.ts';
import { emitter } from '../../../src/platform/room.ts';
import { wallOf } from '../../../src/wall.ts';
import { addPeople, START } from '../../support/app/index.ts';

/** 国, two prefectures, three municipalities with two venues each: small enough to collide all the time. */
export const places = { '13': ['131016', '131032'], '27': ['271004'] } as const;
export const municipalityCodes = Object.values(places).flat();

export type Country = {
  readonly db: Db;
  readonly userId: number;
  readonly vaccineId: number;
  readonly venues: ReadonlyMap<string, readonly number[]>;
};

export const makeCountry = async (db: Db): Promise<Country> => {
  const people = await addPeople(db, START);
  return db.transaction({ role: 'all' }, async (tx) => {
    await sql`insert into prefectures values ('27', '大阪府', 'おおさかふ', 8837685)`.execute(tx);
    await sql`insert into municipalities values ('131016', '13', '千代田区', 'ちよだく', 1), ('271004', '27', '大阪市', 'おおさかし', 1)`.execute(
      tx,
    );
    const [vaccine] = (await sql<{ id: number }>`select id from vaccines`.execute(tx)).rows;
    const venues = new Map<string, number[]>();
    for (const [prefecture, codes] of Object.entries(places))
      for (const [i, code] of codes.entries())
        for (const n of [1, 2]) {
          const org = await sql<{
            id: number;
          }>`insert into organisations (kind, name, prefecture_code, municipality_code)
            values ('venue', ${`会場${code}-${n}`}, ${prefecture}, ${code}) returning id`.execute(tx);
          const id = Number(org.rows[0]?.id);
          await sql`insert into venue_directory (venue_id, code, name, prefecture_code, municipality_code)
            values (${id}, ${`${prefecture}${i}000000${n}`}, ${`会場${code}-${n}`}, ${prefecture}, ${code})`.execute(
            tx,
          );
          await sql`insert into venues (venue_id, prefecture_code, municipality_code) values (${id}, ${prefecture}, ${code})`.execute(
            tx,
          );
          await sql`insert into venue_vaccines (venue_id, vaccine_id, role) values (${id}, ${vaccine?.id}, 'basic')`.execute(
            tx,
          );
          await sql`insert into doctors (venue_id, prefecture_code, municipality_code, name, kana) values (${id}, ${prefecture}, ${code}, '医師', 'いし')`.execute(
            tx,
          );
          venues.set(code, [...(venues.get(code) ?? []), id]);
        }
    await sql`insert into campaigns (name) values ('第1期')`.execute(tx);
    return { db, userId: people.ministry.userId, vaccineId: Number(vaccine?.id), venues };
  });
};

let number = 0;
/** A クール of its own, so that rounds do not meet each other. */
export const openCycle = ({ db, userId, vaccineId, venues }: Country, supply: number): Promise<number> =>
  db.transaction({ role: 'all' }, async (tx) => {
    number += 1;
    const made = await sql<{
      id: number;
    }>`insert into cycles (campaign_id, vaccine_id, number, registration_from, registration_to,
        delivery_from, delivery_to, vaccination_from, vaccination_to, doses_per_vial, state, supply)
      select id, ${vaccineId}, ${number}, '2021-04-20 09:00+09', '2021-04-24 17:00+09', '2021-05-10', '2021-05-23', '2021-05-17', '2021-06-06', 6, 'planned', ${supply}
      from campaigns returning id`.execute(tx);
    const cycleId = Number(made.rows[0]?.id);
    for (const [code, ids] of venues)
      for (const id of ids)
        await sql`insert into demands (cycle_id, venue_id, prefecture_code, municipality_code, requested, registered_at, registered_by)
          values (${cycleId}, ${id}, ${code.slice(0, 2)}, ${code}, 1, ${START}, ${userId})`.execute(tx);
    return cycleId;
  });

export const giverAt = (code: string): Giver =>
  code === ''
    ? { level: 'national', prefectureCode: null, municipalityCode: null }
    : code.length === 2
      ? { level: 'prefectural', prefectureCode: code, municipalityCode: null }
      : { level: 'municipal', prefectureCode: code.slice(0, 2), municipalityCode: code };

const kinds = { national: 'ministry', prefectural: 'prefecture', municipal: 'municipality' } as const;
const actorAt = ({ userId }: Country, giver: Giver): Actor => {
  const kind = kinds[giver.level];
  const { prefectureCode, municipalityCode } = giver;
  return {
    userId,
    userName: 'x',
    displayName: '分配　係',
    org: { id: 1, kind, name: kind, prefectureCode, municipalityCode },
    columns: [kind],
  };
};

/** One request of an office behind both walls, every question answered with OK. */
const act = <T>(
  country: Country,
  giver: Giver,
  work: (ctx: Ctx, version: number) => Promise<T>,
  cycleId: number,
): Promise<T> => {
  const actor = actorAt(country, giver);
  const { role, reach } = wallOf(actor);
  return country.db.transaction({ role, settings: { 'app.reach': reach.join(',') } }, async (tx) => {
    const system = () => ({ actor: null, now: START, tx, emit, publicUrl: '' });
    const emit: Ctx['emit'] = emitter([noticesRoom], system);
    const version = (await loadSheets(tx, cycleId, giver))[0]?.version ?? 0;
    const ctx = { ...system(), actor, version, note: () => undefined, ask: () => undefined };
    return work(ctx as Ctx, version);
  });
};

/** Fixes these amounts: the first time, or as a correction of what is fixed. */
export const give = async (country: Country, cycleId: number, giver: Giver, input: SheetInput): Promise<void> => {
  await act(
    country,
    giver,
    async (ctx) => {
      const [latest] = await loadSheets(ctx.tx, cycleId, giver);
      if (latest?.state === 'fixed') await openCorrection(ctx, { cycleId, giver, reason: '変更' });
    },
    cycleId,
  );
  await act(country, giver, (ctx) => fixSheet(ctx, { cycleId, giver, input }), cycleId);
};
