import { invalid } from '../../kernel/problem.ts';
import type { SystemCtx } from '../../platform/context.ts';
import { holdRoomForUser } from './hold-room-for-user.service.ts';
import { sendInvitation } from './send-invitation.service.ts';
import { foldUserName, isUserName, makeUserName } from './user-names.ts';
import { insertUser, type NewUser } from './users.store.ts';

type Inviting = Pick<SystemCtx, 'tx' | 'now' | 'publicUrl'>;
type UserToInvite = Pick<NewUser, 'orgId' | 'familyName' | 'givenName' | 'email'> & {
  readonly phone?: string;
  /** Made up when not given. */
  readonly userName?: string;
};

/** Makes a user of an organisation and mails the invitation (M1.2-1), up to a venue's limit (MC-3); whoever calls asks who may. */
export const inviteUser = async (
  ctx: Inviting,
  invited: UserToInvite,
): Promise<{ readonly userId: number; readonly userName: string }> => {
  await holdRoomForUser(ctx, invited.orgId);
  const given = invited.userName && foldUserName(invited.userName);
  if (given && !isUserName(given))
    throw invalid({ userName: 'ユーザ名は「xxxxx@v.sys」の形で、半角の英数字と . - _ で入力してください。' });
  for (let tries = 0; tries < (given ? 1 : 20); tries++) {
    const userName = given || makeUserName(Math.random);
    const userId = await insertUser(ctx.tx, { ...invited, userName, phone: invited.phone ?? '', createdAt: ctx.now });
    if (userId === null) continue;
    await sendInvitation(ctx, { userId });
    return { userId, userName };
  }
  throw invalid({ userName: 'このユーザ名はすでに使われています。別の名前を入力してください。' });
};
