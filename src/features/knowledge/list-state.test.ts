import { expect, test } from 'vitest';
import { articleHref, backHref, isTooLong, listHref, listQuery, sortOf } from './list-state.ts';

const state = (query: Record<string, string>) => listQuery.parse(query);

test('what an address does not understand is as if it were not there', () => {
  expect(listHref(state({ type: 'faq', audience: 'x', topic: 'claim', sort: 'best', after: '-1' }))).toBe(
    '/knowledge?type=faq&topic=claim',
  );
  expect(listHref(state({ q: ' \u0000 ' }))).toBe('/knowledge');
});

test('the way back is the list as it was, and never another place', () => {
  const before = state({ type: 'faq', q: '接種券 & 予約', sort: 'views', after: '12' });
  const from = new URLSearchParams(articleHref('a', before).split('?')[1]).get('from') ?? '';
  expect(backHref(from)).toBe(listHref(before));
  expect(backHref('https://evil.example/?type=faq')).toBe('/knowledge');
  expect(articleHref('a', state({}))).toBe('/knowledge/articles/a');
});

test('the order is by fit while something is searched, unless another is wished', () => {
  expect(sortOf(state({}))).toBe('published');
  expect(sortOf(state({ q: '予約' }))).toBe('fit');
  expect(sortOf(state({ q: '予約', sort: 'title' }))).toBe('title');
  expect(sortOf(state({ sort: 'fit' }))).toBe('published');
  expect(isTooLong(state({ q: 'あ'.repeat(200) }))).toBe(false);
  expect(isTooLong(state({ q: 'あ'.repeat(201) }))).toBe(true);
});
