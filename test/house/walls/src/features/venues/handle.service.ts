export { openDatabase } from '../../platform/db/open.ts';
