import { conflict, unavailable } from '../../kernel/problem.ts';
import { clashOf, type Log } from '../db/index.ts';

const secondsToWait = 5;

/**
 * Two saved at the same moment, and running it again did not help: the later one hears so and keeps what was typed.
 * Anything else is thrown as it came.
 */
export const asClash = (thrown: unknown, log: Log): unknown => {
  const clash = clashOf(thrown);
  if (clash === null) return thrown;
  log.warn({ err: thrown }, 'two transactions met');
  return clash === 'taken'
    ? conflict(
        '同じ内容がほかの人によって先に登録されました。まだ登録されていません。最新の内容を確認して、もう一度お試しください。',
      )
    : unavailable(
        'ほかの人の操作と重なったため、まだ登録されていません。少し待ってから、もう一度お試しください。',
        secondsToWait,
      );
};
