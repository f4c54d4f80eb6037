/** 「コロナワクチンナビ」: the public site, and open data. */
export { naviRoom } from './routes.ts';
export { openNavi } from './site.routes.ts';
