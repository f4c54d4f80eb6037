import type { SystemCtx } from '../../platform/context.ts';
import { saveEmail } from './users.store.ts';

type Input = { readonly userId: number; readonly email: string };

/** Corrects the address of one who has never logged in, so that the invitation arrives (MC-5); the route asks who may. */
export const correctEmail = async ({ tx }: Pick<SystemCtx, 'tx'>, { userId, email }: Input): Promise<void> =>
  saveEmail(tx, userId, email);
