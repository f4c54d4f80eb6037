import { z } from 'zod';
import { conflict } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { inviteUser } from '../accounts/index.ts';
import type { SheetTable } from '../sheets/index.ts';
import { type PlannedRow, planImport } from './import-plan.ts';
import { placeOrganisation } from './office-area.ts';
import { type CsvKey, csvColumns, csvRow, maxCsvRows } from './organisation.csv.ts';
import { loadUserEmails } from './organisation-users.store.ts';
import {
  insertOrganisation,
  loadCreatedOrganisations,
  lockImports,
  updateOrganisationRow,
} from './organisations.store.ts';
import { kindNames } from './organisations.ts';

const moved = () => conflict('確認した後に内容が変わりました。もう一度確認してから登録してください。');

const saveRow = async (ctx: Ctx, { action, kind, area, phone, email, former }: PlannedRow): Promise<number> => {
  if (former === null) {
    const orgId = await insertOrganisation(ctx.tx, { kind, phone, email, ...area }, ctx.now);
    if (orgId === null) throw moved();
    return orgId;
  }
  const change = { name: area.name, phone, email, active: former.active };
  if (action === 'update' && !(await updateOrganisationRow(ctx.tx, former.id, former.version, change))) throw moved();
  return former.id;
};

const changesOf = ({ area, phone, email, former }: PlannedRow) =>
  [
    { label: '名称', from: former?.name ?? '', to: area.name },
    { label: '電話番号', from: former?.phone ?? '', to: phone },
    { label: '代表メールアドレス', from: former?.email ?? '', to: email },
  ].filter(({ from, to }) => from !== to);

const people = ({ invite }: PlannedRow): string | null =>
  invite && `${invite.familyName}　${invite.givenName}（${invite.email}）`;

/** S33: offices, makers, wholesalers and vendors with their first users, from a file. */
export const organisationSheet: SheetTable<object, CsvKey, PlannedRow> = {
  sheet: 'organisation',
  path: '/organisations/import',
  permission: 'organisation.manage',
  params: z.object({}),
  words: { title: 'ファイルで登録する' },
  head: async () => ({
    name: '組織',
    crumbs: [
      { label: 'ホーム', href: '/' },
      { label: '組織・利用者', href: '/organisations' },
    ],
    lead: '組織とその利用者をまとめて登録します。次の画面で内容を確認するまで、何も変わりません。エラーが1つでもあれば、どの行も登録されません。登録済みの組織では、空の欄は変更しません。',
    columns: csvColumns,
    maxRows: maxCsvRows,
  }),
  current: async ({ tx }) => (await loadCreatedOrganisations(tx)).map(csvRow),
  lock: ({ tx }) => lockImports(tx),
  plan: async ({ tx }, _params, rows) => {
    const { rows: planned, faults } = planImport(rows, {
      organisations: await loadCreatedOrganisations(tx),
      users: await loadUserEmails(tx),
      place: placeOrganisation,
    });
    return {
      faults,
      rows: planned.map((row) => ({
        line: row.line,
        action: row.action,
        name: `${row.area.name}（${kindNames[row.kind]}）`,
        changes: changesOf(row),
        data: row,
      })),
    };
  },
  save: async (ctx, _params, rows) => {
    for (const { data } of rows) {
      const orgId = await saveRow(ctx, data);
      if (data.invite) await inviteUser(ctx, { orgId, ...data.invite });
    }
  },
  also: {
    label: '利用者の招待',
    unit: '人',
    warning: '招待する利用者には、いますぐメールを送ります。',
    count: (rows) => rows.filter(({ data }) => data.invite !== null).length,
    of: ({ data }) => people(data),
  },
};
