import type { InputOf } from '../../kernel/form.ts';
import { invalid } from '../../kernel/problem.ts';
import { question } from '../../kernel/question.ts';
import { staleBy } from '../../platform/audit/last-change.store.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { loadOpenApplication, type Proposed } from '../applications/index.ts';
import { applyChanges, partChanges, shown } from './apply-changes.service.ts';
import { notConfirmed } from './delivery-address.ts';
import { ownVenue, venuePath, venueSubject } from './own-venue.service.ts';
import type { venueForm } from './venue.form.ts';
import { fieldDeclared, type VenueValues, venueFieldNames } from './venue-fields.ts';
import { loadChoices } from './venue-names.store.ts';
import { faultsOfChanged, settled, venueFaults } from './venue-rules.ts';
import type { Choices, HandledChoice, VenueChange, VenueRecord } from './venue-values.ts';
import { changesBetween, isShown } from './venue-values.ts';

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

/** Are these changes what already waits? Then nothing new is asked. */
const waitsAlready = async (ctx: Ctx, venue: VenueRecord, bound: readonly VenueChange[]): Promise<boolean> => {
  const open = await loadOpenApplication(ctx.tx, venueSubject(venue.id));
  const key = (changes: readonly { field: string; to: unknown }[]) =>
    JSON.stringify([...changes].map(({ field, to }) => [field, to]).sort());
  return open !== null && key(open.changes) === key(bound);
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

  const { bound } = partChanges(ctx.actor, changes);
  if (bound.length > 0 && !(await waitsAlready(ctx, venue, bound))) askApproval(ctx, venue, bound);

  const proposed = await applyChanges(ctx, venue, changes);
  const forVenue = ctx.actor.org.id === venueId ? undefined : venueId;
  ctx.note(venueSubject(venueId), { fields: changes.map(({ field }) => field) }, forVenue);
  return done(`${venuePath(ctx, venueId)}${ended[proposed]}`);
};
