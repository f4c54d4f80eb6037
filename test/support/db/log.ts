import type { Log } from '../../../src/platform/db/index.ts';

/** A logger that says nothing, for tests. */
export const quiet: Log = { debug() {}, info() {}, warn() {}, error() {} };
