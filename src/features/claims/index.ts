/** Chapter 5.2: 請求総括書・市区町村別請求書を作成する. */
export { claimDueDay, currentClaimMonth, monthName } from './claim-months.ts';
export { warmClaimPapers } from './draw-claim.service.ts';
export { claimsRoom } from './routes.ts';
