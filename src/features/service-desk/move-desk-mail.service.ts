import { conflict } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { resendMail, suspendMail } from '../../platform/mail/index.ts';

type Move = { readonly mailId: number; readonly hold: boolean };

/** 「再送する」 and 「保留する」 (S37). */
export const moveDeskMail = async (ctx: Ctx, { mailId, hold }: Move): Promise<Outcome> => {
  ctx.note(`mail:${mailId}`);
  const moved = hold ? await suspendMail(ctx.tx, mailId) : await resendMail(ctx.tx, mailId);
  if (!moved) throw conflict('このメールの状態は変わっています。一覧で確認してください。');
  return done(`/desk/mails?done=${hold ? 'held' : 'resent'}`);
};
