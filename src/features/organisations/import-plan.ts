import { type Field, field, form, type InputOf, parseForm } from '../../kernel/form.ts';
import { emailOrEmpty, phoneOrEmpty, plainTextOrEmpty } from './contact-fields.ts';
import type { Area } from './office-area.ts';
import {
  type CreatedKind,
  createdKinds,
  isOffice,
  kindNames,
  type OrganisationRecord,
  organisationKey,
} from './organisations.ts';

/** A row of the CSV before it is checked: cells by the names of the columns. */
export type ImportRow = {
  readonly line: number;
  readonly cells: Readonly<Record<keyof (typeof rowForm)['fields'] | 'kind', string>>;
  /** How many columns the row is short of. */
  readonly missing: number;
};
export type ImportFault = { readonly line: number; readonly column: string; readonly message: string };

const labels = {
  kind: '種別',
  code: 'コード',
  name: '名称',
  phone: '電話番号',
  email: '代表メールアドレス',
  familyName: '担当者の姓',
  givenName: '担当者の名',
  userEmail: '担当者のメールアドレス',
} as const;
type Column = keyof typeof labels;

const named = <T>(column: Column, schema: Field<T>['schema']): Field<T> => field(schema, { label: labels[column] });
const rowForm = form('organisation-row', {
  code: named('code', plainTextOrEmpty(10)),
  name: named('name', plainTextOrEmpty(60)),
  phone: named('phone', phoneOrEmpty()),
  email: named('email', emailOrEmpty()),
  familyName: named('familyName', plainTextOrEmpty(30)),
  givenName: named('givenName', plainTextOrEmpty(30)),
  userEmail: named('userEmail', emailOrEmpty()),
});
type Cells = InputOf<typeof rowForm>;

export type Invited = { readonly familyName: string; readonly givenName: string; readonly email: string };
export type PlannedRow = {
  readonly line: number;
  readonly kind: CreatedKind;
  readonly area: Area;
  readonly phone: string;
  readonly email: string;
  /** null: a new organisation. */
  readonly former: OrganisationRecord | null;
  readonly action: 'create' | 'update' | 'same';
  /** null: nobody, or somebody who is a user already. */
  readonly invite: Invited | null;
};
export type ImportPlan = { readonly rows: readonly PlannedRow[]; readonly faults: readonly ImportFault[] };

/** What the house knows already. */
export type Known = {
  readonly organisations: readonly OrganisationRecord[];
  readonly users: readonly { readonly orgId: number; readonly email: string }[];
  readonly place: (typed: {
    kind: CreatedKind;
    code: string;
    name: string;
  }) => Area | { readonly faults: Readonly<Record<string, string>> };
};

const kindOf = (typed: string): CreatedKind | undefined =>
  createdKinds.find((kind) => kindNames[kind] === typed.normalize('NFKC').trim());

const contactFaults = ({ familyName, givenName, userEmail }: Cells): Partial<Record<Column, string>> => {
  const given = { familyName, givenName, userEmail };
  if (Object.values(given).every((value) => value === '')) return {};
  return Object.fromEntries(
    Object.entries(given)
      .filter(([, value]) => value === '')
      .map(([column]) => [
        column,
        `${labels[column as Column]}も入力してください（姓・名・メールアドレスの3つで招待します）。`,
      ]),
  );
};

/** A file that ends within a row has lost cells there. */
const shortFault = ({ missing }: ImportRow): Partial<Record<Column, string>> =>
  missing > 0 ? { kind: `この行は列が${missing}つ足りません。ファイルが途中で切れていないか確認してください。` } : {};

type Checked = { readonly kind: CreatedKind; readonly cells: Cells; readonly area: Area };

const checkRow = (row: ImportRow, known: Known): Checked | Partial<Record<Column, string>> => {
  const short = shortFault(row);
  if (short.kind) return short;
  const kind = kindOf(row.cells.kind);
  const parsed = parseForm(rowForm, row.cells);
  const faults = {
    ...(!kind && { kind: `種別は${createdKinds.map((one) => kindNames[one]).join('・')}のどれかを入力してください。` }),
    ...(parsed.ok ? contactFaults(parsed.value) : parsed.errors),
  };
  if (!kind || !parsed.ok || Object.keys(faults).length > 0) return faults;
  const area = known.place({ kind, code: parsed.value.code, name: parsed.value.name });
  return 'faults' in area ? area.faults : { kind, cells: parsed.value, area };
};

const isChecked = (checked: ReturnType<typeof checkRow>): checked is Checked => 'cells' in checked;

/** Empty cells leave what is there as it is. */
const planRow = (
  line: number,
  { kind, cells, area }: Checked,
  former: OrganisationRecord | null,
): Omit<PlannedRow, 'invite'> => {
  const phone = cells.phone || (former?.phone ?? '');
  const email = cells.email || (former?.email ?? '');
  const name = isOffice(kind) && cells.name === '' && former ? former.name : area.name;
  const same = former !== null && former.name === name && former.phone === phone && former.email === email;
  return {
    line,
    kind,
    area: { ...area, name },
    phone,
    email,
    former,
    action: former === null ? 'create' : same ? 'same' : 'update',
  };
};

const mailKey = (orgId: number | string, email: string): string => `${orgId}:${email.toLowerCase()}`;

/** What a file would do: rows to create, to change, to leave, people to invite; or its faults by row and column. */
export const planImport = (rows: readonly ImportRow[], known: Known): ImportPlan => {
  const byKey = new Map(known.organisations.map((one) => [organisationKey(one), one]));
  const users = new Set(known.users.map(({ orgId, email }) => mailKey(orgId, email)));
  const firstLine = new Map<string, number>();
  const planned: PlannedRow[] = [];
  const faults: ImportFault[] = [];
  for (const row of rows) {
    const say = (found: Partial<Record<Column, string>>): void => {
      for (const [column, message] of Object.entries(found))
        faults.push({ line: row.line, column: labels[column as Column], message });
    };
    const checked = checkRow(row, known);
    if (!isChecked(checked)) {
      say(checked);
      continue;
    }
    const key = organisationKey({ kind: checked.kind, ...checked.area });
    const before = firstLine.get(key);
    if (before !== undefined) {
      say({
        [isOffice(checked.kind) ? 'code' : 'name']: `${before}行目と同じ組織です。1つの組織は1行にしてください。`,
      });
      continue;
    }
    firstLine.set(key, row.line);
    const former = byKey.get(key) ?? null;
    const { familyName, givenName, userEmail } = checked.cells;
    const wanted = userEmail !== '' && !(former && users.has(mailKey(former.id, userEmail)));
    if (wanted && former && !former.active) {
      say({ userEmail: '停止中の組織には利用者を招待できません。' });
      continue;
    }
    planned.push({
      ...planRow(row.line, checked, former),
      invite: wanted ? { familyName, givenName, email: userEmail } : null,
    });
  }
  return { rows: planned, faults };
};
