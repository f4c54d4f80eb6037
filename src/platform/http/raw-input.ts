import { createHash } from 'node:crypto';
import type { RawInput } from '../../kernel/form.ts';

/** A submitted form taken apart: what was typed, and the hidden guards that every form carries. */
export type Submitted = {
  readonly input: RawInput;
  readonly version: number | null;
  readonly requestId: string | null;
  readonly confirmed: readonly string[];
  readonly cancelled: boolean;
  readonly digest: Buffer;
};

const guards = new Set(['_version', '_request', '_confirmed', '_cancel']);
const list = (value: unknown): string[] =>
  (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String);

/** Takes a parsed form body apart. Names that are not plain are dropped, so that nothing odd reaches a form. */
export const takeApart = (body: unknown): Submitted => {
  const input: Record<string, string | string[]> = {};
  const fields = Object.entries((body ?? {}) as Record<string, unknown>);
  for (const [name, value] of fields) {
    if (guards.has(name) || !/^[\w.:-]{1,200}$/.test(name) || name === '__proto__') continue;
    const values = list(value);
    input[name] = values.length === 1 ? (values[0] as string) : values;
  }
  const guard = (name: string): string[] => list((body as Record<string, unknown> | null)?.[name]);
  const version = guard('_version')[0];
  const requestId = guard('_request')[0];
  return {
    input,
    version: version && /^\d{1,9}$/.test(version) ? Number(version) : null,
    requestId: requestId && /^[\w-]{8,64}$/.test(requestId) ? requestId : null,
    confirmed: guard('_confirmed').filter((digest) => digest !== ''),
    cancelled: guard('_cancel').length > 0,
    digest: createHash('sha256')
      .update(JSON.stringify([fields.filter(([name]) => !name.startsWith('_')), version]))
      .digest(),
  };
};
