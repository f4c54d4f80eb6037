import type { ComponentChildren } from 'preact';
import type { FormState, Option } from '../../kernel/form.ts';
import { DescriptionList, InlineField, Section } from '../../ui/index.ts';
import { municipalityByCode, prefectureByCode } from '../areas/index.ts';
import { Pending } from './pending.page.tsx';
import { venueForm } from './venue.form.ts';
import { type VenueData, waits } from './venue-data.ts';
import { type SectionKey, sections } from './venue-field.ts';
import { fieldDeclared, fieldsIn, type VenueFieldName } from './venue-fields.ts';
import { isShown, shownText, typedText } from './venue-values.ts';

/** Only the edit page changes these: an address belongs to its postal code. */
const lockedInPlace: readonly VenueFieldName[] = ['deliveryPostalCode', 'deliveryAddress'];

type Props = { readonly data: VenueData; readonly state: FormState | null };

const Shown = ({ data, name }: { readonly data: VenueData; readonly name: VenueFieldName }) => {
  const { venue, choices } = data;
  const text = shownText(name, venue.values, choices.names);
  const { kind } = fieldDeclared(name).meta;
  if (kind === 'url' && text) return <a href={text}>{text}</a>;
  return <>{text}</>;
};

/** A value that stays as it is travels along, so that the form is whole. */
const Kept = ({ state, name }: { readonly state: FormState; readonly name: string }) => {
  const value = [state.values[name] ?? ''].flat()[0] ?? '';
  return value === '' ? null : <input type="hidden" name={name} value={value} />;
};

const vendorOptions = ({ choices }: VenueData): readonly Option[] =>
  choices.vendors.map(({ id, name }) => ({ value: String(id), label: name }));

const InPlace = ({
  data,
  state,
  name,
}: {
  readonly data: VenueData;
  readonly state: FormState;
  readonly name: VenueFieldName;
}) => {
  const blank = typedText(name, data.venue.values) === '' && fieldDeclared(name).meta.kind !== 'check';
  const pending = waits(data, name) && !data.approver;
  const locked = pending || lockedInPlace.includes(name);
  return (
    <>
      <InlineField
        def={venueForm}
        state={state}
        name={name}
        display={blank ? null : <Shown data={data} name={name} />}
        locked={locked}
        {...(name === 'vendorId' && { options: vendorOptions(data) })}
      />
      {locked && <Kept state={state} name={name} />}
      {pending && <Pending data={data} field={name} />}
    </>
  );
};

const Locked = ({ data: { venue } }: { readonly data: VenueData }) => (
  <DescriptionList
    items={[
      { label: '保険医療機関コード', value: venue.code, locked: true },
      { label: '都道府県', value: prefectureByCode(venue.prefectureCode)?.name, locked: true },
      { label: '市町村', value: municipalityByCode(venue.municipalityCode)?.name, locked: true },
      { label: '小規模施設', value: venue.smallFacility ? '該当する' : '該当しない', locked: true },
    ]}
  />
);

/** One section of the venue's page: edited in place where the actor may, else only shown. */
export const VenueSection = ({
  data,
  state,
  section,
  children,
}: Props & { readonly section: SectionKey; readonly children?: ComponentChildren }) => {
  if (!isShown(section, data.venue.smallFacility)) return null;
  const names = fieldsIn(section);
  return (
    <Section title={sections[section]}>
      {section === 'reception' && <Locked data={data} />}
      {children}
      {state ? (
        names.map((name) => <InPlace key={name} data={data} state={state} name={name} />)
      ) : (
        <DescriptionList
          items={names.map((name) => ({
            label: fieldDeclared(name).meta.label,
            approval: fieldDeclared(name).meta.approval ?? false,
            value: typedText(name, data.venue.values) === '' ? null : <Shown data={data} name={name} />,
          }))}
        />
      )}
    </Section>
  );
};

/** 取扱ワクチン travel along with the fields edited in place. */
export const KeptHandled = ({ data, state }: { readonly data: VenueData; readonly state: FormState }) => (
  <>
    {data.choices.vaccines.map(({ id }) => (
      <Kept key={id} state={state} name={`handled.${id}.role`} />
    ))}
  </>
);
