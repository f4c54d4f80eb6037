import { dayOf } from '../../kernel/calendar.ts';
import { conflict } from '../../kernel/problem.ts';
import { question } from '../../kernel/question.ts';
import { staleBy } from '../../platform/audit/last-change.store.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { ownSatellite } from './own-satellite.service.ts';
import { keepLinkChange } from './satellite-links.store.ts';
import { type Place, saveLink } from './satellites.store.ts';
import { linkSubject, linkVersion } from './satellites.ts';
import { tellLink } from './tell-link.service.ts';

/** 「連携を解除する」: from today on the satellite gets this vaccine from nobody, until it is linked again. */
export const unlinkSatellite = async (ctx: Ctx, place: Place): Promise<Outcome> => {
  const satellite = await ownSatellite(ctx, place);
  const { basicVenueId } = satellite;
  if (ctx.version !== linkVersion(satellite)) throw await staleBy(ctx.tx, linkSubject(place));
  if (basicVenueId === null) throw conflict('この施設は、どの基本型接種施設とも連携していません。');
  ctx.ask(
    question({
      id: 'unlink-satellite',
      title: '連携を解除しますか',
      lines: ['次に連携するまで、このワクチンの融通元がなくなります。連携の履歴は残ります。'],
      rows: [
        { label: 'サテライト型', value: satellite.name },
        { label: '基本型', value: satellite.basicName ?? '' },
        { label: 'ワクチン', value: satellite.vaccineName },
      ],
      about: basicVenueId,
    }),
  );
  if (!(await saveLink(ctx.tx, place, basicVenueId, null))) throw await staleBy(ctx.tx, linkSubject(place));
  await keepLinkChange(ctx.tx, place, {
    from: basicVenueId,
    to: null,
    day: dayOf(ctx.now),
    userId: ctx.actor.userId,
  });
  await tellLink(ctx, satellite, null);
  ctx.note(linkSubject(place), { from: basicVenueId, to: null }, satellite.venueId);
  return done(`/satellites/${place.venueId}/${place.vaccineId}?saved=unlinked`);
};
