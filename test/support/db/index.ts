/** Databases for tests: `const { db, reset } = await testDb()`. */
export { bareDump, emptyDb, migrationsOf } from './empty-db.ts';
export { quiet } from './log.ts';
export { prepareTemplate } from './template.ts';
export { type TestDb, testDb } from './test-db.ts';
