import type { Tx } from '../../platform/db/index.ts';
import { cycleTitle } from '../cycles/index.ts';
import { type Duty, loadDuties } from './load-duties.service.ts';
import { periodLine } from './request-part.ts';

/** What 「ホーム」 says about this page. */
export type ReportMenuState = {
  /** Under the button: 「登録期間 4/26〜4/30 あと4日」; null while no 登録期間 is open for this venue. */
  readonly line: string | null;
  /** Whether the request was registered in the open クール; null as above. */
  readonly mark: '未登録' | '登録済' | null;
  readonly tone: 'warning' | 'success' | 'neutral';
  /** 「コミナティ 第3クール」: the current クール without a report of this venue (M5.0-1). */
  readonly missingReports: readonly string[];
};

/** M1.1-1, M5.0-1: what is due on this page and when. */
export const reportMenuState = async (tx: Tx, venueId: number, now: Date): Promise<ReportMenuState> => {
  const duties = await loadDuties({ tx, now }, venueId);
  const requests = duties.flatMap((duty) => duty.requests);
  const urgent = requests.find(({ registered }) => !registered) ?? requests[0];
  return {
    line: urgent ? periodLine(urgent.cycle, now) : null,
    mark: urgent ? (urgent.registered ? '登録済' : '未登録') : null,
    tone: urgent ? (urgent.registered ? 'success' : 'warning') : 'neutral',
    missingReports: duties.flatMap(missingReport),
  };
};

const missingReport = ({ report }: Duty): string[] => (report && !report.registered ? [cycleTitle(report.cycle)] : []);
