import type { FastifyRequest } from 'fastify';
import { Problem } from '../../kernel/problem.ts';
import { tooLargeFile, uploadLimit } from '../../kernel/upload.ts';

/** What all texts of a form hold together at most, with files or without. */
export const mostFormText = 1_048_576;

/** Bounds of a form with files: what does not fit ends the request (413), an oversized file comes back at its field. */
export const multipartLimits = {
  fileSize: uploadLimit,
  files: 2,
  fields: 5_000,
  parts: 5_002,
  fieldSize: mostFormText,
  headerPairs: 50,
} as const;

/**
 * The body of a form with files as that of any other: one text a field, a file as the base64 of its bytes, and beside
 * it, under `…Name`, what it is called.
 */
export const readMultipart = async (
  request: FastifyRequest,
  fileSize: number = uploadLimit,
): Promise<Record<string, string | string[]>> => {
  const body: Record<string, string | string[]> = {};
  const add = (name: string, value: string): void => {
    const former = Object.hasOwn(body, name) ? body[name] : undefined;
    body[name] = former === undefined ? value : [former, value].flat();
  };
  let text = 0;
  for await (const part of request.parts({ limits: { ...multipartLimits, fileSize } })) {
    if (part.type === 'field') {
      text += part.fieldname.length + String(part.value).length;
      if (text > mostFormText) throw new Problem('invalid', '送信された内容が大きすぎます。');
      add(part.fieldname, String(part.value));
      continue;
    }
    const bytes = await part.toBuffer();
    add(`${part.fieldname}Name`, part.filename ?? '');
    add(part.fieldname, part.file.truncated ? tooLargeFile : bytes.toString('base64'));
  }
  return body;
};
