import { expect, test } from 'vitest';
import { inquiryFaults, requestOf } from './inquiry-faults.ts';

const inquiry = {
  phone: '03-1234-5678',
  category: 'login',
  detail: 'login.account',
  request: 'add-user',
  personName: '厚生 太郎（こうせい たろう）',
  personEmail: 'taro@example.jp',
  userName: '',
  institutionCode: '1310300015',
  institutionName: '芝公園病院',
  usersNow: 2,
  body: '',
} as const;

test('each 依頼事項 needs its own fields', () => {
  expect(inquiryFaults(inquiry, true)).toEqual({});
  expect(Object.keys(inquiryFaults({ ...inquiry, request: 'remove-user' }, true))).toEqual(['userName']);
  expect(Object.keys(inquiryFaults({ ...inquiry, personName: '厚生太郎', usersNow: null }, true))).toEqual([
    'personName',
    'usersNow',
  ]);
  expect(Object.keys(inquiryFaults({ ...inquiry, institutionCode: '' }, true))).toEqual(['institutionCode']);
  expect(inquiryFaults({ ...inquiry, institutionCode: '' }, false)).toEqual({});
});

test('a question needs its text and the detail of its category', () => {
  const question = { ...inquiry, category: 'report', detail: 'report.claim' } as const;
  expect(requestOf(question)).toBeNull();
  expect(Object.keys(inquiryFaults(question, true))).toEqual(['body']);
  expect(Object.keys(inquiryFaults({ ...question, detail: 'navi.public', body: 'あ' }, true))).toEqual(['detail']);
});
