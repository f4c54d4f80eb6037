import { z } from 'zod';
import { api, type Route } from '../../platform/http/index.ts';
import { importByKey, readBody } from './import-by-key.service.ts';
import { exportColumns } from './import-columns.ts';

/** S30: the export of ワクチン接種契約受付システム, sent by that system itself. */
export const importApiRoutes: readonly Route[] = [
  api({
    path: '/api/v1/reception-imports',
    permission: 'venue.import',
    scope: 'reception:import',
    method: 'POST',
    audit: 'venue-import.apply',
    summary: '受付システムのデータの取込',
    description: `CSV（UTF-8またはShift_JIS。gzipで圧縮してもよい）をそのまま送る。1行でも誤りがあれば何も登録しない。同じ内容をもう一度送っても何も変わらない。列：${exportColumns.map(({ label, note }) => `「${label}」${note}`).join('／')}`,
    file: true,
    body: z.instanceof(Buffer),
    answer: z.object({
      create: z.number().int().describe('新しく登録した施設'),
      update: z.number().int().describe('変更した施設'),
      same: z.number().int().describe('変更のなかった施設'),
      invite: z.number().int().describe('招待した利用者'),
    }),
    prepare: (body) => readBody(body),
    run: (ctx, { prepared }) => importByKey(ctx, prepared),
  }),
];
