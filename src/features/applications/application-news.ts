import type { News } from '../notices/index.ts';
import { type Application, changeLines } from './applications.ts';

/** M2.1-10-1: the municipality is asked to approve. */
export const approvalAsked = (application: Application, officeId: number): News => ({
  orgId: officeId,
  kind: 'application.asked',
  title: `承認依頼のお知らせ（${application.orgName}）`,
  lines: [
    `${application.orgName}から、登録情報の変更の申請が${application.revision > 1 ? '出し直されました' : 'ありました'}。内容を確認して、承認または差戻しをしてください。`,
    ...changeLines(application.changes),
  ],
  link: `/applications/${application.id}`,
  from: '医療機関・接種会場',
  key: `application:${application.id}:asked:${application.revision}`,
});

/** The request is off; the municipality need not look at it any more. */
export const applicationWithdrawn = (application: Application, officeId: number): News => ({
  orgId: officeId,
  kind: 'application.withdrawn',
  title: `申請の取下げのお知らせ（${application.orgName}）`,
  lines: [`${application.orgName}の登録情報の変更の申請が取り下げられました。`, ...changeLines(application.changes)],
  link: `/applications/${application.id}`,
  from: '医療機関・接種会場',
  key: `application:${application.id}:withdrawn`,
});

/** M2.1-10-4: approved; the values hold from now on. */
export const applicationApproved = (application: Application, office: string): News => ({
  orgId: application.orgId,
  kind: 'application.approved',
  title: '申請が承認されました',
  lines: [
    `登録情報の変更の申請を、${office}が承認しました。変更後の内容が登録され、公開する項目はコロナワクチンナビにも反映されました。`,
    ...changeLines(application.changes),
  ],
  link: `/applications/${application.id}`,
  from: '市町村',
  key: `application:${application.id}:approved`,
});

/** M2.1-10-4: sent back with the reason; the old values stay. */
export const applicationReturned = (application: Application, reason: string, office: string): News => ({
  orgId: application.orgId,
  kind: 'application.returned',
  title: '申請が差し戻されました',
  lines: [
    `登録情報の変更の申請が、${office}から差し戻されました。登録内容は変わっていません。`,
    `理由：${reason}`,
    ...changeLines(application.changes),
    '内容を直して、もう一度「申請・保存」を押してください。',
  ],
  link: `/applications/${application.id}`,
  from: '市町村',
  key: `application:${application.id}:returned`,
});
