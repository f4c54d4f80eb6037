import { field, form } from '../../kernel/form.ts';
import { uploadedFile } from '../../kernel/upload.ts';

/** Counts by municipality from a file (CSV or Excel). */
export const proposalForm = form('claim-proposal', {
  file: field(uploadedFile(), {
    label: 'ファイル',
    kind: 'file',
    required: true,
    hint: 'CSV（UTF-8またはShift_JIS）またはExcel（.xlsx）。「CSVをダウンロード」「Excelをダウンロード」のファイルと同じ見出しの列を読み取ります。',
  }),
});
