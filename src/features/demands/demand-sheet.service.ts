import { z } from 'zod';
import { choiceOrEmpty, textOrEmpty, wholeNumberOrEmpty } from '../../kernel/fields.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { can } from '../../policy.ts';
import { type Cycle, cycleTitle, loadCycle, registrationPhase } from '../cycles/index.ts';
import { changed, codeOf, otherSheet, planRows, type Say, type SheetTable } from '../sheets/index.ts';
import { loadVaccine, type Vaccine } from '../vaccines/index.ts';
import { correctDemand } from './correct-demand.service.ts';
import { loadDemand, loadMunicipalDemands } from './demands.store.ts';
import {
  maxRequest,
  type StorageChoice,
  storageChoices,
  storageFault,
  storageLabel,
  storagesFor,
  type VenueDemand,
} from './demands.ts';
import { sheetHref } from './sheet.ts';

const columns = [
  { key: 'cycle', label: 'クール', note: 'ダウンロードした内容のまま' },
  { key: 'code', label: '医療機関コード', note: '10桁。ダウンロードした内容のまま' },
  { key: 'name', label: '医療機関・接種会場名', note: '確認用（読み取りません）' },
  { key: 'requested', label: '施設が登録した納入希望量', note: '確認用（読み取りません）。空欄は未入力' },
  { key: 'amount', label: '納入希望量', note: '0以上の整数。空欄は変更しません' },
  { key: 'storage', label: '保管管理', note: '「冷凍庫」または「ドライアイス」。未入力の施設に代わって入力するとき' },
  { key: 'reason', label: '理由', note: '変更する行では必須（200文字以内）。施設にもお知らせします' },
] as const;
type Key = (typeof columns)[number]['key'];
type NewAmount = {
  readonly venueId: number;
  readonly amount: number;
  readonly storage: StorageChoice | null;
  readonly reason: string;
};

const params = z.object({ cycle: z.coerce.number().int().positive().max(999_999_999) });
type Place = z.infer<typeof params>;
type Open = { readonly cycle: Cycle; readonly vaccine: Vaccine; readonly venues: readonly VenueDemand[] };

const permission = 'demand.correct';
const storageWords = ['', ...storageChoices.map(({ label }) => label)] as const;

const open = async ({ tx, actor }: Ctx, place: Place): Promise<Open> => {
  const { municipalityCode, prefectureCode } = actor.org;
  const cycle = await loadCycle(tx, place.cycle);
  const vaccine = cycle && (await loadVaccine(tx, cycle.vaccineId));
  if (!cycle || !vaccine || municipalityCode === null) throw notFound();
  if (!can(actor, permission, { municipalityCode, prefectureCode })) throw notFound();
  return { cycle, vaccine, venues: await loadMunicipalDemands(tx, cycle.id, municipalityCode) };
};

const show = (amount: number | null): string => amount?.toLocaleString('ja-JP') ?? '';

/** A venue that entered nothing needs the 保管管理 that its freezers allow; one that did keeps its own. */
const storageOf = (word: string, venue: VenueDemand, vaccine: Vaccine, say: Say<Key>): StorageChoice | null => {
  const storage = storageChoices.find(({ label }) => label === word)?.value ?? null;
  if (venue.requested !== null) return venue.storage;
  const fault = storageFault(storage, storagesFor(vaccine.asksStorage, venue.freezers75));
  if (fault) say('storage', fault);
  return vaccine.asksStorage ? storage : null;
};

/** 納入希望量 corrected, or entered for venues that did not, from a file (S4, S18, S19); each venue is told. */
export const demandSheet: SheetTable<Place, Key, NewAmount> = {
  sheet: 'demands',
  path: '/demands/:cycle/sheet',
  permission,
  params,
  head: async (ctx, place) => ({
    name: '納入希望量',
    about: cycleTitle((await open(ctx, place)).cycle),
    crumbs: [
      { label: 'ホーム', href: '/' },
      { label: '納入希望量の確認', href: sheetHref(place.cycle) },
    ],
    lead: '納入希望量と理由の列を書き換えます。変更した施設にはメールで知らせます。エラーが1つでもあれば、どの行も登録されません。',
    columns,
    maxRows: 5_000,
  }),
  current: async (ctx, place) => {
    const { cycle, venues } = await open(ctx, place);
    return venues.map((venue) => ({
      cycle: cycleTitle(cycle),
      code: venue.code,
      name: venue.name,
      requested: venue.requested,
      amount: venue.effective,
      storage: storageLabel(venue.storage) ?? '',
      reason: '',
    }));
  },
  plan: async (ctx, place, rows) => {
    const { cycle, vaccine, venues } = await open(ctx, place);
    if (cycle.state !== 'planned' || registrationPhase(cycle, ctx.now) === 'before') {
      const message = 'このクールの納入希望量は、いまは変更できません。';
      return { rows: [], faults: [{ line: 1, column: '—', message }] };
    }
    const byCode = new Map(venues.map((venue) => [venue.code, venue]));
    return planRows<Key, NewAmount>(columns, rows, 'code', ({ cells }, say, read) => {
      const other = otherSheet(cells.cycle, cycleTitle(cycle));
      const venue = byCode.get(codeOf(cells.code, 10));
      if (other) say('cycle', other);
      else if (!venue) say('code', '管内の基本型接種施設に、この医療機関コードはありません。');
      const typed = read('amount', wholeNumberOrEmpty({ max: maxRequest }));
      const word = read('storage', choiceOrEmpty(storageWords));
      const reason = read('reason', textOrEmpty(200));
      if (other || !venue || typed === undefined || word === undefined || reason === undefined) return null;
      const amount = typed ?? venue.effective;
      const same = amount === venue.effective;
      const storage = same ? venue.storage : storageOf(word ?? '', venue, vaccine, say);
      if (!same && reason === '') say('reason', '理由を入力してください。');
      return {
        key: venue.code,
        action: same ? 'same' : venue.requested === null ? 'create' : 'update',
        name: venue.name,
        changes: same
          ? []
          : [
              ...changed('納入希望量', show(venue.effective), show(amount)),
              ...changed('保管管理', storageLabel(venue.storage), storageLabel(storage)),
              { label: '理由', from: venue.correctionReason ?? '', to: reason },
            ],
        data: { venueId: venue.venueId, amount: amount ?? 0, storage, reason },
      };
    });
  },
  save: async (ctx, place, planned) => {
    for (const { data } of planned) {
      const { venueId, ...input } = data;
      const version = (await loadDemand(ctx.tx, place.cycle, venueId))?.version ?? 0;
      await correctDemand({ ...ctx, version }, { cycleId: place.cycle, venueId }, input);
    }
  },
};
