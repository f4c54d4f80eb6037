/** The front door: one request, one transaction, one way in. */
export type { Cookies } from './cookies.ts';
export { type ApiDescription, describeApi } from './describe-api.ts';
export { openFrontDoor } from './front-door.ts';
export type { CutOffForm, House } from './house.ts';
export { type CookieChange, type Done, done, type Outcome, type Refused, refused, shown } from './outcome.ts';
export { createPageCache, type KeptPage, type PageCache, packPage, sendPage } from './page-cache.ts';
export {
  type ActionRoute,
  type ApiRoute,
  action,
  api,
  type Crumb,
  type FileReply,
  file,
  json,
  openAction,
  openJson,
  openPage,
  type PageRoute,
  type Permission,
  type PrepareTools,
  page,
  type Route,
  type Screen,
  type View,
  type Wire,
} from './route.ts';
export { createServer, type ServerOptions } from './server.ts';
export type { Banner, Standing } from './standing.ts';
