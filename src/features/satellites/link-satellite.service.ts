import { dayOf } from '../../kernel/calendar.ts';
import type { InputOf } from '../../kernel/form.ts';
import { invalid } from '../../kernel/problem.ts';
import { question } from '../../kernel/question.ts';
import { staleBy } from '../../platform/audit/last-change.store.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { municipalityByCode, prefectureByCode } from '../areas/index.ts';
import { ownSatellite } from './own-satellite.service.ts';
import type { satelliteForm } from './satellite.form.ts';
import { keepLinkChange } from './satellite-links.store.ts';
import { loadBasic, type Place, saveLink } from './satellites.store.ts';
import { type Basic, linkSubject, linkVersion, type Satellite } from './satellites.ts';
import { tellLink } from './tell-link.service.ts';

type Input = InputOf<typeof satelliteForm>;

const chosen = async ({ tx }: Ctx, satellite: Satellite, { basicVenueId }: Input): Promise<Basic> => {
  if (basicVenueId === null)
    throw invalid({ basicVenueId: '（連携先の）基本型接種施設を、虫眼鏡マークから検索して選択してください。' });
  const basic = await loadBasic(tx, basicVenueId, satellite.vaccineId);
  if (!basic)
    throw invalid({
      basicVenueId: `${satellite.vaccineName}の基本型接種施設ではありません。虫眼鏡マークから検索し直してください。`,
    });
  return basic;
};

const askNeighbour = (ctx: Ctx, satellite: Satellite, basic: Basic): void => {
  if (basic.municipalityCode === satellite.municipalityCode) return;
  const place = municipalityByCode(basic.municipalityCode);
  ctx.ask(
    question({
      id: 'other-municipality',
      title: '連携先はほかの市町村の施設です',
      lines: ['このまま保存しますか。'],
      rows: [
        { label: 'サテライト型', value: satellite.name },
        {
          label: '基本型',
          value: `${basic.name}（${prefectureByCode(place?.prefectureCode ?? '')?.name ?? ''}${place?.name ?? ''}）`,
        },
      ],
      about: [satellite.venueId, satellite.vaccineId, basic.id],
    }),
  );
};

/** 「保存」 (S34): from now on the satellite gets this vaccine from that 基本型. */
export const linkSatellite = async (ctx: Ctx, place: Place, input: Input): Promise<Outcome> => {
  const satellite = await ownSatellite(ctx, place);
  const path = `/satellites/${place.venueId}/${place.vaccineId}`;
  if (input._lookup !== '')
    return done(`${path}?${new URLSearchParams({ q: input.basicVenueId__text, scope: 'name' })}`);
  const basic = await chosen(ctx, satellite, input);
  askNeighbour(ctx, satellite, basic);
  const unchanged = basic.id === satellite.basicVenueId;
  const current = ctx.version === linkVersion(satellite);
  if (!current || (!unchanged && !(await saveLink(ctx.tx, place, satellite.basicVenueId, basic.id))))
    throw await staleBy(ctx.tx, linkSubject(place));
  if (!unchanged) {
    const change = { from: satellite.basicVenueId, to: basic.id, day: dayOf(ctx.now), userId: ctx.actor.userId };
    await keepLinkChange(ctx.tx, place, change);
    await tellLink(ctx, satellite, basic);
  }
  ctx.note(linkSubject(place), { from: satellite.basicVenueId, to: basic.id }, satellite.venueId);
  return done(`/satellites?saved=${place.venueId}&vaccine=${place.vaccineId}`);
};
