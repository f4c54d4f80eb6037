import { expect, test } from 'vitest';
import { createLog } from './index.ts';

test('of an error the log tells what and where, not the row or the parameters that it was about', () => {
  const lines: string[] = [];
  const log = createLog('info', { write: (line: string) => void lines.push(line) });
  const cause = Object.assign(new Error('duplicate key'), {
    code: '23505',
    constraint: 'users_user_name_key',
    detail: 'Key (user_name)=(hanako@v.sys) already exists.',
    params: ['芝 花子'],
  });
  log.error({ err: new Error('not saved', { cause }), room: 'accounts' }, 'failed');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    msg: 'failed',
    room: 'accounts',
    err: { type: 'Error', message: 'not saved', cause: { code: '23505', constraint: 'users_user_name_key' } },
  });
  expect(lines.join('')).not.toMatch(/hanako|花子/);
});
