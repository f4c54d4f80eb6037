import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fillIn, titledIds } from '../../scripts/requirements.ts';

const text = readFileSync('docs/requirements.md', 'utf8');

test('every id in a journey title is a requirement', () => {
  const { ids } = fillIn(text, new Map());
  expect(new Set(ids).size).toBe(ids.length);
  expect([...titledIds().keys()].filter((id) => !ids.includes(id))).toEqual([]);
});

test('docs/requirements.md names the journeys as they are', () => {
  expect(fillIn(text, titledIds()).text, 'run `npm run requirements`').toBe(text);
});
