import type { Day } from '../../kernel/calendar.ts';
import type { TransferSide } from './transfers.ts';

/** Vials of a lot that a venue received by delivery. */
export type Receipt = {
  readonly venueId: number;
  readonly venueName: string;
  readonly vials: number;
  readonly day: Day | null;
};

/** A transfer as one side entered it, with the other side as far as it is known. */
export type Link = {
  readonly id: number;
  readonly side: TransferSide;
  readonly venueId: number;
  readonly venueName: string;
  readonly partnerId: number | null;
  readonly partnerName: string | null;
  readonly otherId: number | null;
  readonly otherName: string | null;
  readonly day: Day;
  readonly vials: number;
};

/** One line of the trace: how far from a delivery, who, what. */
export type Step = {
  readonly depth: number;
  readonly venueName: string;
  readonly text: string;
  readonly day: Day | null;
  readonly vials: number;
};

type Edge = { readonly from: number | null; readonly to: number | null; readonly link: Link; readonly toName: string };

/** Two entries of one transfer are one edge: the giver's, where there is one. */
const edgesOf = (links: readonly Link[]): Edge[] => {
  const givers = new Map(links.filter(({ side }) => side === 'out').map((link) => [link.id, link]));
  const receivers = new Map(links.filter(({ side }) => side === 'in').map((link) => [link.id, link]));
  return links.flatMap((link): Edge[] => {
    if (link.side === 'out') {
      const to = link.partnerId ?? (link.otherId === null ? null : (receivers.get(link.otherId)?.venueId ?? null));
      return [{ from: link.venueId, to, link, toName: link.partnerName ?? link.otherName ?? '移送先の登録なし' }];
    }
    if (link.otherId !== null && givers.has(link.otherId)) return [];
    return [{ from: link.partnerId, to: link.venueId, link, toName: link.venueName }];
  });
};

/**
 * The ways of a lot from each venue that got it by delivery, transfer after transfer (再融通); every transfer stands once.
 * Those that begin at no known receipt come last, from their giver on.
 */
export const chainsOf = (receipts: readonly Receipt[], links: readonly Link[]): Step[] => {
  const edges = edgesOf(links).toSorted((a, b) => (a.link.day < b.link.day ? -1 : 1) || a.link.id - b.link.id);
  const walked = new Set<number>();
  const walk = (venueId: number | null, depth: number): Step[] =>
    edges.flatMap((edge) => {
      if (venueId === null || edge.from !== venueId || walked.has(edge.link.id)) return [];
      walked.add(edge.link.id);
      const { day, vials } = edge.link;
      return [{ depth, venueName: edge.toName, text: '移送', day, vials }, ...walk(edge.to, depth + 1)];
    });
  const delivered = receipts.flatMap(({ venueId, venueName, vials, day }) => [
    { depth: 0, venueName, text: '納入', day, vials },
    ...walk(venueId, 1),
  ]);
  const loose = edges.flatMap(({ from, link }) => {
    if (walked.has(link.id)) return [];
    const venueName = link.side === 'out' ? link.venueName : (link.partnerName ?? '');
    return [{ depth: 0, venueName, text: '納入の記録なし', day: null, vials: link.vials }, ...walk(from, 1)];
  });
  return [...delivered, ...loose];
};
