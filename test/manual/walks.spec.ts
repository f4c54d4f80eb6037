import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from '../support/journey.ts';
import { manuals } from './manuals.ts';
import { anchorOf, type Kit, sectionHeading } from './model.ts';
import { cacheDir } from './tools/places.ts';
import { walk } from './tools/walk.ts';

for (const { role, chapters } of manuals)
  for (const section of chapters.flatMap((chapter) => chapter.sections))
    test(`${role}: ${sectionHeading(section)}`, async ({ as, visitor, world, kept }) => {
      const folder = join(cacheDir, role);
      const keep: Kit['keep'] = async (account, page) => {
        kept.current?.states.set(account, await page.context().storageState());
      };
      const taken = await walk(section, { as, visitor, world, keep }, join(folder, 'pictures'));
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, `${anchorOf(section)}.json`), JSON.stringify(taken));
    });
