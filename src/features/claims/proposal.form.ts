import { field, form } from '../../kernel/form.ts';
import { uploadedFile } from '../../kernel/upload.ts';

/** Counts by municipality from a file (CSV). */
export const proposalForm = form('claim-proposal', {
  file: field(uploadedFile(), {
    label: 'CSVファイル',
    kind: 'file',
    required: true,
    hint: '「CSVをダウンロード」と同じ見出しの列を読み取ります。文字コードはUTF-8またはShift_JISです。',
  }),
});
