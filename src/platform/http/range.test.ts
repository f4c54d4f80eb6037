import { expect, test } from 'vitest';
import { rangeOf } from './range.ts';

test.each([
  [undefined, null],
  ['bytes=0-', [0, 99]],
  ['bytes=10-19', [10, 19]],
  ['bytes=90-500', [90, 99]],
  ['bytes=-10', [90, 99]],
  ['bytes=-500', [0, 99]],
  ['bytes=100-', null],
  ['bytes=20-10', null],
  ['bytes=0-1,5-6', null],
  ['bytes=-', null],
  ['lines=1-2', null],
])('%s of 100 bytes: %j', (header, range) => expect(rangeOf(header, 100)).toEqual(range));
