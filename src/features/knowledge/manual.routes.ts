import { z } from 'zod';
import { notFound } from '../../kernel/problem.ts';
import { file, page, type Route } from '../../platform/http/index.ts';
import { helpPage } from './manual.page.tsx';
import { chapterFor, isManualRole, manualFileType, ownManualRole } from './manuals.ts';
import { readManualFile, shippedManual } from './manuals-on-disk.store.ts';

const permission = 'knowledge.read';
/** A path of this site, and nothing that leads out of it. */
const ownPath = z
  .string()
  .regex(/^\/(?![/\\])[\w/.-]*$/)
  .max(500)
  .catch('/');

/** The manuals that the program ships: everybody may read those of all roles (M6.2-1, M6.3-1). */
export const manualRoutes: readonly Route[] = [
  page({
    path: '/knowledge/help',
    permission,
    query: z.object({ path: ownPath, chapter: z.string().max(20).nullable().catch(null) }),
    load: async ({ actor }, { query: { path, chapter } }) => {
      const manual = shippedManual(ownManualRole(actor));
      return { manual, chapter: manual && chapterFor(manual.chapters, path, chapter), path };
    },
    view: helpPage,
  }),
  file({
    path: '/knowledge/manuals/:role/*',
    permission,
    params: z.object({ role: z.string(), '*': z.string().max(200) }),
    query: z.object({ download: z.string().optional() }),
    load: async (_ctx, { params: { role, '*': name }, query: { download } }) => {
      const type = manualFileType(name);
      const body = type && isManualRole(role) ? await readManualFile(role, name) : null;
      if (!type || !body) throw notFound();
      const filename = name === 'manual.pdf' ? `${shippedManual(role)?.title ?? 'マニュアル'}.pdf` : name;
      return { filename, type, body, inline: download === undefined };
    },
  }),
];
