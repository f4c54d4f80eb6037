import { field, form } from '../../kernel/form.ts';
import { uploadedFile } from '../../kernel/upload.ts';

/** A file of rows is chosen. */
export const sheetForm = form('sheet', {
  file: field(uploadedFile(), {
    label: 'ファイル',
    kind: 'file',
    required: true,
    hint: 'Excel（.xlsx）またはCSV（UTF-8、Shift_JIS）。5MBまで。',
  }),
});

/** 「この内容で登録する」. */
export const sheetApplyForm = form('sheet-apply', {});
