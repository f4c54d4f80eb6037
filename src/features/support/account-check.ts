import type { NamedAccount } from './named-account.ts';
import { lacksCode, type Ticket } from './tickets.ts';

/** What the desk should know before it carries a request out (MC-3 to MC-7). */
export const accountWarnings = (ticket: Ticket, account: NamedAccount | null): readonly string[] => {
  const { request } = ticket;
  if (!request) return [];
  const warnings: string[] = [];
  if (lacksCode(ticket)) warnings.push('医療機関コードが書かれていません。本人と施設を確認してください。');
  else if (ticket.orgId === null)
    warnings.push('この医療機関コードの施設は登録されていません。コードを確認してください。');
  if (request === 'add-user') return warnings;
  if (ticket.userName === '') return [...warnings, 'ユーザ名が書かれていません。'];
  if (!account) return [...warnings, 'このユーザ名のユーザはいません。ユーザ名を確認してください。'];
  if (account.disabledAt) warnings.push('このユーザは、すでに削除されています。');
  if (ticket.orgId !== null && account.orgId !== ticket.orgId)
    warnings.push(`このユーザは、申請した施設ではなく「${account.orgName}」のユーザです。`);
  if (request === 'reset-new' && account.firstLoginAt)
    warnings.push('このユーザは、ログインしたことがあります。ご自身で再設定できるか確認してください。');
  if (request === 'reset-answer' && !account.firstLoginAt)
    warnings.push('このユーザは、一度もログインしていません。招待メールを送り直してください。');
  return warnings;
};

/** Where the request is carried out; null while something needed is not known. */
export const actionHref = (ticket: Ticket, account: NamedAccount | null): string | null => {
  if (!ticket.request) return null;
  if (ticket.request === 'add-user')
    return `/desk/users/new?${new URLSearchParams({ ...(ticket.orgId !== null && { org: String(ticket.orgId) }), ticket: String(ticket.id) })}`;
  return account && !account.disabledAt ? `/desk/users/${account.id}?ticket=${ticket.id}` : null;
};
