import { z } from 'zod';
import type { Ctx } from '../../platform/context.ts';
import type { PermissionName } from '../../policy.ts';
import { cycleTitle } from '../cycles/index.ts';
import type { SheetTable } from '../sheets/index.ts';
import {
  type AllocationKey,
  type AllocationLine,
  allocationColumns,
  allocationRows,
  planAllocation,
} from './allocation.csv.ts';
import { ownGiver } from './load-sheet-page.service.ts';
import { openSheet } from './open-sheet.service.ts';
import type { Level } from './sheet.ts';
import type { OpenSheet } from './sheet-data.ts';
import { sheetShapes } from './sheet-shape.ts';
import { writeDraft } from './write-draft.service.ts';

const params = z.object({ cycle: z.coerce.number().int().positive().max(999_999_999) });
type Place = z.infer<typeof params>;

const open = (ctx: Ctx, { cycle }: Place): Promise<OpenSheet> => openSheet(ctx, cycle, ownGiver(ctx));

const whyNot = (sheet: OpenSheet): string | null => {
  if (sheet.cycle.state === 'closed') return 'このクールは終了しているため、分配を変更できません。';
  return sheet.sheet?.state === 'fixed'
    ? 'この分配はすでに確定しています。変更するときは、分配の画面で「修正する」を押してから登録してください。'
    : null;
};

/** The draft of a level's sheet from a file (S5–S7, S19): 確定 stays a deliberate act on screen. */
export const allocationSheet = (
  level: Level,
  permission: PermissionName,
): SheetTable<Place, AllocationKey, AllocationLine> => {
  const shape = sheetShapes[level];
  return {
    sheet: `allocation-${level}`,
    path: `${shape.path}/:cycle/sheet`,
    permission,
    params,
    head: async (ctx, place) => {
      const { cycle, vaccine } = await open(ctx, place);
      return {
        name: shape.title,
        about: cycleTitle(cycle),
        crumbs: [
          { label: 'ホーム', href: '/' },
          { label: shape.title, href: `${shape.path}/${place.cycle}` },
        ],
        lead: '分配量の列を書き換えます。下書きとして保存され、「確定」を押すまで知らされません。エラーが1つでもあれば、どの行も登録されません。',
        columns: allocationColumns(shape, vaccine.unitName),
        maxRows: 20_000,
      };
    },
    current: async (ctx, place) => allocationRows(await open(ctx, place)),
    plan: async (ctx, place, rows) => {
      const sheet = await open(ctx, place);
      const reason = whyNot(sheet);
      return reason === null
        ? planAllocation(sheet, rows)
        : { rows: [], faults: [{ line: 1, column: '—', message: reason }] };
    },
    save: async (ctx, place, planned) => {
      const sheet = await open(ctx, place);
      const input = Object.fromEntries(planned.map(({ data }) => [data.receiver, data.typed]));
      // The plan was made from this very state, so no version of an older form is compared.
      await writeDraft({ ...ctx, version: sheet.sheet?.version ?? 0 }, sheet, input);
    },
  };
};
