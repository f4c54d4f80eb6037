import type { InputOf } from '../../kernel/form.ts';
import { invalid } from '../../kernel/problem.ts';
import { question } from '../../kernel/question.ts';
import { staleBy } from '../../platform/audit/last-change.store.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { loadOpenApplication, type Proposed, proposeChanges } from '../applications/index.ts';
import { notConfirmed } from './delivery-address.ts';
import { ownVenue, venuePath, venueSubject } from './own-venue.service.ts';
import { rebaseOpen } from './rebase-open.service.ts';
import type { venueForm } from './venue.form.ts';
import { type ChangeLine, insertSave } from './venue-changes.store.ts';
import { fieldDeclared, type VenueValues, venueFieldNames } from './venue-fields.ts';
import { loadChoices } from './venue-names.store.ts';
import { enteredForVenue } from './venue-news.ts';
import { faultsOfChanged, settled, venueFaults } from './venue-rules.ts';
import { saveRecord } from './venue-values.store.ts';
import type { Choices, VenueRecord } from './venue-values.ts';
import {
  changesBetween,
  type HandledChoice,
  isShown,
  needsApproval,
  type VenueChange,
  withChanges,
} from './venue-values.ts';

type Input = InputOf<typeof venueForm>;
type After = { readonly values: VenueValues; readonly handled: readonly HandledChoice[] };

/** What the form asks for: sections that are not shown keep what they hold. */
const asked = (venue: VenueRecord, input: Input, { vaccines }: Choices): After => {
  const values = Object.fromEntries(
    venueFieldNames.map((name) => [
      name,
      isShown(fieldDeclared(name).section, venue.smallFacility) ? input[name] : venue.values[name],
    ]),
  ) as unknown as VenueValues;
  const handled = Object.entries(input.handled)
    .map(([id, { role }]) => ({ vaccineId: Number(id), role }))
    .filter((one): one is HandledChoice => one.role !== null && vaccines.some(({ id }) => id === one.vaccineId))
    .sort((a, b) => a.vaccineId - b.vaccineId);
  return { values: settled(values), handled };
};

const check = (
  venue: VenueRecord,
  input: Input,
  { values }: After,
  { vendors }: Choices,
  only: readonly VenueChange[] | null,
): void => {
  const all = venueFaults(values, venue);
  const faults = {
    ...(only
      ? faultsOfChanged(
          all,
          only.map(({ field }) => field),
        )
      : all),
    ...(values.vendorId !== null &&
      !vendors.some(({ id }) => id === values.vendorId) && { vendorId: '予約受付業者を選択し直してください。' }),
    ...(notConfirmed(input) && {
      deliveryStreetInput: '「住所確定」を押すと、入力した住所が納入先住所（登録情報）になります。',
    }),
  };
  if (Object.keys(faults).length > 0) throw invalid(faults);
};

const shown = (text: string): string => text || '（未入力）';

/** M2.1-10-1: what needs the municipality's approval is repeated before it is sent. */
const askApproval = (ctx: Ctx, venue: VenueRecord, bound: readonly VenueChange[]): void =>
  ctx.ask(
    question({
      id: 'apply',
      title: '市町村の承認が必要な項目を申請しますか',
      lines: ['次の項目は、市町村が承認すると変更されます。それ以外の項目は、すぐに保存されます。'],
      rows: bound.map(({ label, fromText, toText }) => ({ label, value: `${shown(fromText)} → ${shown(toText)}` })),
      about: [venue.id, bound],
    }),
  );

const changeLine = ({ field, label, fromText, toText }: VenueChange): ChangeLine => ({
  field,
  label,
  from: fromText,
  to: toText,
});

/** Are these changes what already waits? Then nothing new is asked. */
const waitsAlready = async (ctx: Ctx, venue: VenueRecord, bound: readonly VenueChange[]): Promise<boolean> => {
  const open = await loadOpenApplication(ctx.tx, venueSubject(venue.id));
  const key = (changes: readonly { field: string; to: unknown }[]) =>
    JSON.stringify([...changes].map(({ field, to }) => [field, to]).sort());
  return open !== null && key(open.changes) === key(bound);
};

const tellVenue = async (ctx: Ctx, venue: VenueRecord, free: readonly VenueChange[], bound: readonly VenueChange[]) => {
  const line = ({ label, fromText, toText }: VenueChange) => `${label}：${shown(fromText)} → ${shown(toText)}`;
  const lines = [
    ...free.map(line),
    ...(bound.length > 0 ? ['次の項目は市町村の承認後に変更されます。', ...bound.map(line)] : []),
  ];
  await ctx.emit('news.told', enteredForVenue(venue.id, ctx.actor.org, lines, `${venue.id}:${ctx.now.getTime()}`));
};

const ended: Readonly<Record<Proposed, string>> = {
  none: '?saved=1',
  same: '?saved=1',
  opened: '/requested?what=opened',
  revised: '/requested?what=revised',
  withdrawn: '/requested?what=withdrawn',
};

/**
 * 「申請・保存」 and 「保存」 in place (M2.1-10-1 to -3): free fields are saved at once, approval-bound ones become one 申請.
 * What the municipality itself types needs nobody's approval (S18). `inPlace`: only what changes is checked (M1.8-2).
 */
export const updateVenue = async (ctx: Ctx, venueId: number, input: Input, inPlace = false): Promise<Outcome> => {
  const venue = await ownVenue(ctx, 'venue.edit', venueId);
  if (ctx.version !== null && ctx.version !== venue.version) throw await staleBy(ctx.tx, venueSubject(venueId));
  const choices = await loadChoices(ctx.tx);
  const after = asked(venue, input, choices);
  const changes = changesBetween(venue, after, choices.names);
  check(venue, input, after, choices, inPlace ? changes : null);

  const approver = ctx.actor.org.kind === 'municipality';
  const bound = approver ? [] : changes.filter(needsApproval);
  const free = changes.filter((change) => !bound.includes(change));
  if (bound.length > 0 && !(await waitsAlready(ctx, venue, bound))) askApproval(ctx, venue, bound);

  if (free.length > 0) {
    const saved = withChanges(venue, free);
    const fields = free.map(({ field }) => field);
    if (!(await saveRecord(ctx.tx, venue, saved, fields))) throw await staleBy(ctx.tx, venueSubject(venueId));
    const by = { at: ctx.now, userId: ctx.actor.userId, orgId: ctx.actor.org.id };
    await insertSave(ctx.tx, venue, { ...by, how: 'edit', changes: free.map(changeLine) });
  }
  if (approver) await rebaseOpen(ctx, venueId);
  const place = { orgId: venue.id, prefectureCode: venue.prefectureCode, municipalityCode: venue.municipalityCode };
  const proposed = approver
    ? 'none'
    : await proposeChanges(ctx, { subject: venueSubject(venueId), ...place, changes: bound });
  const proxy = ctx.actor.org.id !== venueId;
  if (proxy && changes.length > 0) await tellVenue(ctx, venue, free, bound);
  ctx.note(venueSubject(venueId), { fields: changes.map(({ field }) => field) }, proxy ? venueId : undefined);
  return done(`${venuePath(ctx, venueId)}${ended[proposed]}`);
};
