import { invalid, Problem } from '../../kernel/problem.ts';
import { lockMinutes, triesBeforeLock } from './lock.ts';

/** The same for an unknown user, a wrong password and a locked account (M1.3-2). */
export const wrongPassword = (): Problem =>
  new Problem('invalid', '', {
    password: `ユーザ名またはパスワードを確認してください。${triesBeforeLock}回間違えると、正しいパスワードでも${lockMinutes}分間ログインできません。`,
  });

/** The same for a wrong 「現在のパスワード」 and a locked account: tries here count with those of the login. */
export const wrongOwnPassword = (field: string): Problem =>
  invalid({
    [field]: `現在のパスワードが正しくありません。${triesBeforeLock}回間違えると、正しいパスワードでも${lockMinutes}分間、この操作とログインができません。`,
  });

/** The same for a wrong, an old and a used code (M1.2-3, M1.3-3). */
export const wrongCode = (): Problem =>
  new Problem('invalid', '', {
    code: '確認コードが正しくないか、使えなくなっています。最後に届いたメールの確認コードを入力するか、「確認コードを再送する」を押してください。',
  });

/** Too many failures from one address. */
export const tooManyFailures = (): Problem =>
  new Problem(
    'tooMany',
    'お使いのネットワークからのログインの失敗が続いているため、ログインを一時的に止めています。10分ほど待ってから、もう一度お試しください。',
  );

/** The same for a wrong one-time password and a used recovery code. */
export const wrongAppCode = (): Problem =>
  new Problem('invalid', '', {
    code: 'コードが正しくないか、すでに使われています。認証アプリに表示されている新しいコードを入力してください。',
  });
