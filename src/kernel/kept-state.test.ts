import { expect, test } from 'vitest';
import { keptState } from './kept-state.ts';

test('who asks while the first state is being made waits for it', async () => {
  const kept = keptState<string>();
  expect(await kept.current()).toBeNull();
  const made = Promise.withResolvers<string>();
  const making = kept.makeFirst(() => made.promise);
  const asked = kept.current();
  made.resolve('first');
  expect(await asked).toBe('first');
  await making;
  expect(await kept.current()).toBe('first');
});

test('a first state that failed is not waited for again', async () => {
  const kept = keptState<string>();
  await expect(kept.makeFirst(() => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(await kept.current()).toBeNull();
  await kept.makeFirst(async () => 'second');
  expect(await kept.current()).toBe('second');
});

test('what is kept already is not made a first time', async () => {
  const kept = keptState<string>();
  expect(kept.keep('newer')).toBe('newer');
  await kept.makeFirst(async () => 'first');
  expect(await kept.current()).toBe('newer');
});
