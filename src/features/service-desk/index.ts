/** V-SYS サービスデスク: users, unlocking, invitations, resets (MC-3 to MC-6), and mail that does not arrive (S37). */
export { serviceDeskRoom } from './routes.ts';
