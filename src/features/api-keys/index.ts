/** API keys: other systems of an organisation act in its name (S8, S30, S31, reports and claims from clinic systems). */
export { keyActorOf } from './key-actor.service.ts';
export { apiKeysRoom } from './routes.ts';
