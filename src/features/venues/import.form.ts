import { field, form } from '../../kernel/form.ts';
import { uploadedFile } from '../../kernel/upload.ts';

/** 「受付システムのデータの取込」 (S30). */
export const importForm = form('venue-import', {
  file: field(uploadedFile(), {
    label: 'ワクチン接種契約受付システムから出力したファイル',
    kind: 'file',
    required: true,
    hint: 'CSV（UTF-8またはShift_JIS）、またはそれをgzipで圧縮したファイルを選択してください。5MBまで。',
  }),
});

export const importApplyForm = form('venue-import-apply', {});
