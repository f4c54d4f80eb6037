import { z } from 'zod';
import type { Ctx } from '../../platform/context.ts';
import { can } from '../../policy.ts';
import { loadOpenChanges } from '../applications/index.ts';
import { codeOf, planRows, type Read, type Say, type SheetTable } from '../sheets/index.ts';
import { applyChanges, partChanges } from './apply-changes.service.ts';
import { areaOf } from './load-records.service.ts';
import { venueSubject } from './own-venue.service.ts';
import {
  cellSchema,
  emptied,
  handledColumnNote,
  handledOf,
  type VenueColumn,
  vaccineNames,
  venueColumns,
} from './venue-cells.ts';
import { fieldDeclared, type VenueFieldName, type VenueValues, venueFieldNames } from './venue-fields.ts';
import { allRows } from './venue-file.service.ts';
import { countVenues } from './venue-list.store.ts';
import { loadChoices } from './venue-names.store.ts';
import { faultsOfChanged, settled, venueFaults } from './venue-rules.ts';
import { loadRecordsByCode } from './venue-values.store.ts';
import {
  type Both,
  type Choices,
  changesBetween,
  isShown,
  type VenueChange,
  type VenueRecord,
  withChanges,
} from './venue-values.ts';

type Change = {
  readonly venue: VenueRecord;
  /** What is to change of what holds now; a 申請 that waits is part of it. */
  readonly changes: readonly VenueChange[];
  /** Labels of what this row newly asks the municipality for. */
  readonly asks: readonly string[];
};

const maxRows = 5_000;
const everything = { q: '', state: '' } as const;

type Reading = {
  readonly cells: Readonly<Record<VenueColumn, string>>;
  readonly read: Read<VenueColumn>;
  readonly say: Say<VenueColumn>;
};

/** The schemas of all cells, made once a file. */
const schemasOf = (choices: Choices): ReadonlyMap<VenueFieldName, z.ZodType<unknown>> =>
  new Map(venueFieldNames.map((name) => [name, cellSchema(name, choices)]));

/** What a row asks for; empty cells, and sections that the venue does not show, keep what stands there. */
const askedBy = (
  { cells, read, say }: Reading,
  start: Both,
  small: boolean,
  schemas: ReadonlyMap<VenueFieldName, z.ZodType<unknown>>,
  vaccines: ReadonlyMap<string, number>,
): Both => {
  const values: Record<string, unknown> = { ...start.values };
  for (const [name, schema] of schemas)
    if (cells[name] !== '' && isShown(fieldDeclared(name).section, small)) values[name] = read(name, schema);
  const handled = handledOf(cells.handled === emptied ? '' : cells.handled, vaccines);
  if (handled === null) say('handled', `${handledColumnNote}形で入力してください。`);
  return {
    values: settled(values as VenueValues),
    handled: cells.handled === '' || handled === null ? start.handled : handled,
  };
};

const planVenues = async (ctx: Ctx, rows: Parameters<SheetTable<object, VenueColumn, Change>['plan']>[2]) => {
  const choices = await loadChoices(ctx.tx);
  const [schemas, vaccines] = [schemasOf(choices), vaccineNames(choices.vaccines)];
  const codes = rows.map(({ cells }) => codeOf(cells.code, 10));
  const found = (await loadRecordsByCode(ctx.tx, codes)).filter((venue) =>
    can(ctx.actor, 'venue.edit', { ...venue, orgId: venue.id }),
  );
  const byCode = new Map(found.map((venue) => [venue.code, venue]));
  const waiting = await loadOpenChanges(
    ctx.tx,
    found.map(({ id }) => id),
  );
  const approver = ctx.actor.org.kind === 'municipality';
  return planRows<VenueColumn, Change>(venueColumns, rows, 'code', ({ cells }, say, read) => {
    const venue = byCode.get(codeOf(cells.code, 10));
    if (!venue) {
      say('code', '管内に、この保険医療機関コードの医療機関・接種会場はありません。');
      return null;
    }
    // As on screen: what waits stands in the form, so that the file does not take it back.
    const start = approver ? venue : withChanges(venue, waiting.get(venueSubject(venue.id)) ?? []);
    let wrong = false;
    const tell: Say<VenueColumn> = (column, message) => {
      wrong = true;
      say(column, message);
    };
    const told: Read<VenueColumn> = (column, schema) => {
      const value = read(column, schema);
      wrong ||= value === undefined;
      return value;
    };
    const after = askedBy({ cells, read: told, say: tell }, start, venue.smallFacility, schemas, vaccines);
    if (wrong) return null;
    const here = changesBetween(start, after, choices.names);
    const faults = faultsOfChanged(
      venueFaults(after.values, venue),
      here.map(({ field }) => field),
    );
    for (const [field, message] of Object.entries(faults)) say(field as VenueColumn, message);
    const { bound } = partChanges(ctx.actor, here);
    return {
      key: venue.code,
      action: here.length > 0 ? 'update' : 'same',
      name: `${venue.values.name}（${venue.code}）`,
      changes: here.map(({ label, fromText, toText }) => ({ label, from: fromText, to: toText })),
      data: {
        venue,
        changes: here.length > 0 ? changesBetween(venue, after, choices.names) : [],
        asks: bound.map(({ label }) => label),
      },
    };
  });
};

/** More than a file may bring back are not handed out: the list is narrowed down first. */
const rowsHere = async ({ tx, actor }: Ctx): Promise<number | null> => {
  const count = await countVenues(tx, { ...areaOf(actor), ...everything });
  return count > maxRows ? null : count;
};

/** S19, S18: the registered facts of many venues from a file, by the rules of the edit page. */
export const venueSheet: SheetTable<object, VenueColumn, Change> = {
  sheet: 'venues',
  path: '/venues/sheet',
  permission: 'venue.sheet',
  params: z.object({}),
  head: async ({ actor }) => ({
    name: '医療機関・接種会場',
    crumbs: [
      { label: 'ホーム', href: '/' },
      { label: '医療機関・接種会場', href: '/venues' },
    ],
    lead: `変更する欄だけを書き換えます。空の欄は変更しません。値を消すときは「${emptied}」と入力します。${
      actor.org.kind === 'municipality' ? '' : '市町村の承認が必要な項目は、施設に代わって申請します。'
    }変更した施設にはメールで知らせます。エラーが1つでもあれば、どの行も登録されません。一覧で絞り込んでダウンロードしたファイルも使えます。`,
    columns: venueColumns,
    maxRows,
  }),
  count: rowsHere,
  current: async (ctx) => ((await rowsHere(ctx)) === null ? [] : allRows(ctx, everything)),
  plan: (ctx, _params, rows) => planVenues(ctx, rows),
  save: async (ctx, _params, rows, report) => {
    for (const [i, { data }] of rows.entries()) {
      if (data.changes.length > 0) await applyChanges(ctx, data.venue, data.changes);
      report?.(i + 1);
    }
  },
  jobAbove: 300,
  also: {
    label: '承認の申請',
    unit: '件',
    warning: '「承認の申請」の項目は、市町村が承認すると変更されます。それ以外の項目は、すぐに保存されます。',
    count: (rows) => rows.filter(({ data }) => data.asks.length > 0).length,
    of: ({ data }) => data.asks.join('、') || null,
  },
};
