/** Chapter 1 and こんなときには: users, invitations, signing in and out. */
export { actorOf } from './actor-of.service.ts';
export { consentVersion } from './consent.ts';
export { demoAccounts, demoNewcomer, demoPassword } from './demo-accounts.ts';
export { hashPassword } from './hasher.ts';
export { inviteUser, type UserToInvite } from './invite-user.service.ts';
export { accountsRoom } from './routes.ts';
export { sendInvitation } from './send-invitation.service.ts';
export { unlockUser } from './unlock-user.service.ts';
