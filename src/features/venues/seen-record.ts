import { z } from 'zod';
import type { FieldMeta } from '../../kernel/form.ts';
import type { Actor } from '../../kernel/policy.ts';
import { can } from '../../policy.ts';
import { fieldDeclared, type VenueFieldName, venueFieldNames } from './venue-fields.ts';
import { type Choices, isShown, type VenueRecord } from './venue-values.ts';

const schemaOf = ({ kind, options }: FieldMeta): z.ZodType => {
  if (kind === 'check') return z.boolean();
  if (kind === 'number') return z.number().int().nullable();
  return options ? z.enum(options.map(({ value }) => value) as [string, ...string[]]).nullable() : z.string();
};

/** One registered venue as other systems read it: every declared field, where the reader may see it. */
export const venueRecord = z.object({
  code: z.string().describe('保険医療機関コード。10桁'),
  prefectureCode: z.string().describe('都道府県コード。2桁'),
  municipalityCode: z.string().describe('全国地方公共団体コード。6桁'),
  fields: z
    .object(
      Object.fromEntries(
        venueFieldNames.map((name) => {
          const { meta } = fieldDeclared(name);
          const schema = name === 'vendorId' ? z.string().nullable() : schemaOf(meta);
          return [name, schema.optional().describe(meta.label)];
        }),
      ),
    )
    .describe('見ることのできる項目だけ。文字の項目の空は未入力'),
  handled: z
    .array(z.object({ vaccine: z.string().describe('ワクチンのコード'), role: z.enum(['basic', 'satellite']) }))
    .describe('取扱ワクチン。basic 基本型、satellite サテライト型'),
});

/** Readable of every approved venue, public or not: its name and address (S29). */
const directoryFields: readonly VenueFieldName[] = ['name', 'postalCode', 'town'];

/** May this reader see the field: all of it on the venue's page, else what is public, else its vaccine's addresses. */
const sees = (
  actor: Actor,
  { id, values, handled, prefectureCode, municipalityCode, smallFacility }: VenueRecord,
  { vaccines }: Choices,
): ((name: VenueFieldName) => boolean) => {
  if (can(actor, 'venue.view', { orgId: id, prefectureCode, municipalityCode }))
    return (name) => isShown(fieldDeclared(name).section, smallFacility);
  const isMaker = vaccines.some(
    ({ id: vaccineId, makerId }) =>
      can(actor, 'contact.view', { makerId }) && handled.some((one) => one.vaccineId === vaccineId),
  );
  return (name) => {
    const { meta, seenByMaker } = fieldDeclared(name);
    return (
      directoryFields.includes(name) || (meta.public === true && !values.hidden) || (isMaker && seenByMaker === true)
    );
  };
};

/** A venue with what this reader may see of it. */
export const seenRecord = (actor: Actor, record: VenueRecord, choices: Choices): z.infer<typeof venueRecord> => {
  const may = sees(actor, record, choices);
  const { values, handled, code, prefectureCode, municipalityCode } = record;
  const kept = (name: VenueFieldName) =>
    name === 'vendorId' ? values.vendorId && choices.names.vendor(values.vendorId) : values[name];
  return {
    code,
    prefectureCode,
    municipalityCode,
    fields: Object.fromEntries(venueFieldNames.filter(may).map((name) => [name, kept(name)])),
    handled: handled.map(({ vaccineId, role }) => ({
      vaccine: choices.vaccines.find(({ id }) => id === vaccineId)?.code ?? '',
      role,
    })),
  };
};
