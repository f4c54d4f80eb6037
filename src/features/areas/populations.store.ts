import { prefectures } from './areas.store.ts';
import { once, readCells } from './master-data.store.ts';

const populations = once(
  () =>
    new Map<string, number>([
      ...prefectures().map(({ code, population }) => [code, population] as const),
      ...readCells('areas/municipal-populations.csv').map(
        ([code = '', population]) => [code, Number(population)] as const,
      ),
    ]),
);

/** People of an area (code of 2 digits 都道府県, 6 digits 市町村) by the census of 2020; null for an unknown code. */
export const populationOf = (code: string): number | null => populations().get(code) ?? null;
