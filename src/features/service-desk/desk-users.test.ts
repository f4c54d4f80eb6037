import { expect, test } from 'vitest';
import { mayManage, stateOf } from './desk-users.ts';

const now = new Date('2021-04-26T09:00:00+09:00');
const later = new Date('2021-04-26T09:30:00+09:00');

test.each([
  ['removed', { disabledAt: now, lockedUntil: later, firstLoginAt: now }],
  ['locked', { disabledAt: null, lockedUntil: later, firstLoginAt: now }],
  ['active', { disabledAt: null, lockedUntil: now, firstLoginAt: now }],
  ['invited', { disabledAt: null, lockedUntil: null, firstLoginAt: null }],
] as const)('%s', (state, user) => {
  expect(stateOf(user, now)).toBe(state);
});

test('the desk keeps its hands off 国', () => {
  expect(mayManage({ orgKind: 'ministry' })).toBe(false);
  expect(mayManage({ orgKind: 'venue' })).toBe(true);
});
