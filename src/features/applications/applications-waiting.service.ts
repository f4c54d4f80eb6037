import { formatInstant } from '../../kernel/calendar.ts';
import type { Actor } from '../../kernel/policy.ts';
import type { Tx } from '../../platform/db/index.ts';
import { may } from '../../policy.ts';
import { countOpen } from './applications.store.ts';

type WaitingApplications = {
  readonly href: string;
  readonly label: string;
  readonly state: string;
  readonly mark: string;
  readonly tone: 'warning';
};

/** What 「ホーム」 shows a municipality first: the 申請 that wait for it. */
export const applicationsWaiting = async (tx: Tx, actor: Actor): Promise<WaitingApplications[]> => {
  const { municipalityCode } = actor.org;
  if (!municipalityCode || !may(actor, 'application.decide')) return [];
  const { count, oldest } = await countOpen(tx, municipalityCode);
  if (count === 0) return [];
  return [
    {
      href: '/applications',
      label: '承認待ちの申請',
      state: `${count}件${oldest ? `　いちばん古い申請 ${formatInstant(oldest)}` : ''}`,
      mark: '承認待ち',
      tone: 'warning',
    },
  ];
};
