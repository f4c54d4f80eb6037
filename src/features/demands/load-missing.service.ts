import type { Actor } from '../../kernel/policy.ts';
import type { Tx } from '../../platform/db/index.ts';
import { loadOffices } from '../accounts/index.ts';
import { type Cycle, loadCycles, type RegistrationPhase, registrationPhase } from '../cycles/index.ts';
import { sumByMunicipality, sumByPrefecture } from './demands.store.ts';
import type { AreaDemand } from './demands.ts';
import { loadMissingByName, loadReminders } from './missing.store.ts';
import { cyclesToChase, type Missing, type MissingEntry, type MissingLevel } from './missing.ts';
import { sheetHref } from './sheet.ts';

type Found = Omit<MissingEntry, 'remindedAt'>;

/** S3: who under an office still owes a 納入希望量 or its 確定; null for who has nobody to remind. */
const loadMissing = async (tx: Tx, { org }: Actor, cycle: Cycle, now: Date): Promise<Missing | null> => {
  const phase = registrationPhase(cycle, now);
  const found = await findMissing(tx, org, cycle, phase);
  if (!found) return null;
  const reminders = await loadReminders(
    tx,
    cycle.id,
    found.entries.map(({ orgId }) => orgId),
  );
  return {
    cycle,
    phase,
    level: found.level,
    entries: found.entries.map((entry) => ({ ...entry, remindedAt: reminders.get(entry.orgId) ?? null })),
  };
};

const findMissing = async (
  tx: Tx,
  org: Actor['org'],
  cycle: Cycle,
  phase: RegistrationPhase,
): Promise<{ readonly level: MissingLevel; readonly entries: readonly Found[] } | null> => {
  const { kind, prefectureCode, municipalityCode } = org;
  if (kind === 'municipality' && prefectureCode && municipalityCode) {
    const venues = await loadMissingByName(tx, cycle, municipalityCode);
    const entries = venues.map(({ venueId, name, code }) => ({
      orgId: venueId,
      name,
      code,
      prefectureCode,
      municipalityCode,
      note: '未入力',
      href: `/demands/${cycle.id}/venues/${venueId}`,
    }));
    return { level: 'venues', entries };
  }
  if (kind === 'prefecture' && prefectureCode)
    return areasMissing(tx, 'municipalities', await sumByMunicipality(tx, cycle.id, prefectureCode), cycle, phase);
  if (kind === 'ministry') return areasMissing(tx, 'prefectures', await sumByPrefecture(tx, cycle.id), cycle, phase);
  return null;
};

const areasMissing = async (
  tx: Tx,
  level: MissingLevel,
  areas: readonly AreaDemand[],
  cycle: Cycle,
  phase: RegistrationPhase,
) => {
  const owing = areas.map((area) => ({ area, note: noteOf(area, level, phase) })).filter(({ note }) => note !== '');
  const offices = await loadOffices(
    tx,
    owing.map(({ area }) => area.code),
  );
  const entries = owing.flatMap(({ area: { code, name }, note }): Found[] => {
    const orgId = offices.get(code);
    if (orgId === undefined) return [];
    const municipalityCode = code.length === 6 ? code : null;
    const href = sheetHref(cycle.id, code);
    return [{ orgId, name, code: null, prefectureCode: code.slice(0, 2), municipalityCode, note, href }];
  });
  return { level, entries };
};

/** While the period is open only the venues owe something; after it the municipalities their 確定. */
const noteOf = (
  { venuesMissing, municipalities, municipalitiesConfirmed }: AreaDemand,
  level: MissingLevel,
  phase: RegistrationPhase,
): string => {
  const open = municipalities - municipalitiesConfirmed;
  const unconfirmed = level === 'prefectures' ? `未確定 ${open}市町村` : '未確定';
  return [
    ...(phase === 'after' && open > 0 ? [unconfirmed] : []),
    ...(venuesMissing > 0 ? [`未入力 ${venuesMissing}施設`] : []),
  ].join('・');
};

/** The クール that is chased now: the one asked for, else the first in which somebody is missing. */
export const missingNow = async (tx: Tx, actor: Actor, now: Date, cycleId?: number): Promise<Missing | null> => {
  const cycles = cyclesToChase(await loadCycles(tx), now).filter(({ id }) => cycleId === undefined || id === cycleId);
  let first: Missing | null = null;
  for (const cycle of cycles) {
    const missing = await loadMissing(tx, actor, cycle, now);
    if (missing && missing.entries.length > 0) return missing;
    first ??= missing;
  }
  return first;
};
