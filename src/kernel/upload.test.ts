import { expect, test } from 'vitest';
import { field, form, parseForm } from './form.ts';
import { tooLargeFile, uploadedFile } from './upload.ts';

const def = form('upload', { file: field(uploadedFile(), { label: 'ファイル', kind: 'file' }) });

test('the bytes of a file come through as they are', () => {
  const bytes = Buffer.from([0, 255, 0x93, 0xfa, 10]);
  expect(parseForm(def, { file: bytes.toString('base64') })).toEqual({ ok: true, value: { file: bytes } });
});

test('no file and a file beyond the limit are told apart at the field', () => {
  expect(parseForm(def, {})).toMatchObject({
    errors: { file: 'ファイルを選択してください（中身が空のファイルは使えません）。' },
  });
  expect(parseForm(def, { file: tooLargeFile })).toMatchObject({
    errors: { file: 'ファイルは5MBまでのファイルを選択してください。' },
  });
});
