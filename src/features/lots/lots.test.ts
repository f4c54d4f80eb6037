import { expect, test } from 'vitest';
import { asDay } from '../../kernel/calendar.ts';
import { faultOfChange } from './lots.ts';

const day = asDay('2021-08-31');
const later = asDay('2021-11-30');

test('an expiry is only ever extended', () => {
  const lot = { expiry: day, stopped: false };
  expect(faultOfChange(lot, { kind: 'extended', expiry: later })).toBeNull();
  expect(faultOfChange(lot, { kind: 'extended', expiry: day })?.field).toBe('expiry');
  expect(faultOfChange(lot, { kind: 'extended', expiry: null })?.field).toBe('expiry');
  expect(faultOfChange({ expiry: null, stopped: true }, { kind: 'extended', expiry: day })).toBeNull();
});

test('a lot is stopped once and released once', () => {
  expect(faultOfChange({ expiry: day, stopped: false }, { kind: 'stopped', expiry: null })).toBeNull();
  expect(faultOfChange({ expiry: day, stopped: true }, { kind: 'stopped', expiry: null })?.field).toBe('kind');
  expect(faultOfChange({ expiry: day, stopped: true }, { kind: 'resumed', expiry: null })).toBeNull();
  expect(faultOfChange({ expiry: day, stopped: false }, { kind: 'resumed', expiry: null })?.field).toBe('kind');
});
