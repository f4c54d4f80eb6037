import { expect, test } from 'vitest';
import { landingOf } from './landing.ts';
import { localPath } from './local-path.ts';

test.each([
  ['/', '/'],
  ['/demand?cycle=5', '/demand?cycle=5'],
  ['/検索?q=港', '/%E6%A4%9C%E7%B4%A2?q=%E6%B8%AF'],
  ['/a/../b', '/b'],
])('%s is followed as %s', (to, path) => expect(localPath(to)).toBe(path));

test.each([
  '',
  'demand',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/a\\b',
  'https://evil.example/',
  'javascript:alert(1)',
  '/login',
  '/login/code',
  '/logout',
  '/first-login?token=x',
  `/${'a'.repeat(2000)}`,
])('%j is not followed', (to) => expect(localPath(to)).toBeNull());

test('the first login of a venue lands on its own institution, everything else where it was going', () => {
  expect(landingOf({ orgKind: 'venue', firstLogin: true, returnTo: '/demand', keptForms: false })).toBe('/venue');
  expect(landingOf({ orgKind: 'venue', firstLogin: false, returnTo: '/demand', keptForms: false })).toBe('/demand');
  expect(landingOf({ orgKind: 'desk', firstLogin: true, returnTo: null, keptForms: false })).toBe('/');
});
