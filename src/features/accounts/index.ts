/** Chapter 1 and こんなときには: users, invitations, signing in and out. */

export { accountLimits } from './account-limits.ts';
export { loadActorById } from './actor.store.ts';
export { actorOf } from './actor-of.service.ts';
export { consentVersion } from './consent.ts';
export { correctEmail } from './correct-email.service.ts';
export { demoAccounts, demoNewcomer, demoPassword } from './demo-accounts.ts';
export { AccountEvents } from './events.page.tsx';
export { type AccountEvent, listAccountEvents } from './events.store.ts';
export { hashPassword } from './hasher.ts';
export { holdRoomForUser } from './hold-room-for-user.service.ts';
export { inviteUser } from './invite-user.service.ts';
export { keepForm } from './keep-form.service.ts';
export { useSecretKey } from './keyring.ts';
export { loadMinistry, loadOffice, loadOffices } from './offices.store.ts';
export { removeUser } from './remove-user.service.ts';
export { resetPasswordJob } from './reset-password.job.ts';
export { accountsRoom } from './routes.ts';
export { hashSecret, isSecret, makeSecret } from './secrets.ts';
export { sendInvitation } from './send-invitation.service.ts';
export { settingsCrumbs } from './settings.page.tsx';
export { unlockUser } from './unlock-user.service.ts';
