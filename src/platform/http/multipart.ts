import type { FastifyRequest } from 'fastify';
import { tooLargeFile, uploadLimit } from '../../kernel/upload.ts';

/** Bounds of a form with files: what does not fit ends the request (413), an oversized file comes back at its field. */
export const multipartLimits = {
  fileSize: uploadLimit,
  files: 2,
  fields: 5_000,
  parts: 5_002,
  fieldSize: 1_048_576,
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
  for await (const part of request.parts({ limits: { ...multipartLimits, fileSize } })) {
    if (part.type === 'field') {
      add(part.fieldname, String(part.value));
      continue;
    }
    const bytes = await part.toBuffer();
    add(`${part.fieldname}Name`, part.filename ?? '');
    add(part.fieldname, part.file.truncated ? tooLargeFile : bytes.toString('base64'));
  }
  return body;
};
