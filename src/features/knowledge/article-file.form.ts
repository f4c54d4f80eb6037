import { z } from 'zod';
import { field, form } from '../../kernel/form.ts';
import { uploadedFile } from '../../kernel/upload.ts';
import { fileHint, largestFile } from './article-files.ts';

/** A picture, a PDF or a video for an article; the name comes with the file. */
export const articleFileForm = form('article-file', {
  file: field(uploadedFile(largestFile), { label: 'ファイル', kind: 'file', required: true, hint: fileHint }),
  fileName: field(z.string(), { label: 'ファイル名', kind: 'hidden' }),
});

export const removeFileForm = form('article-file-remove', {});
