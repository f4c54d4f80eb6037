// `npm run bench:import`: the reception system's export (S30) of 70,000 venues on a private PostgreSQL, sent by API key:
// all of them new, sent again (changes nothing), and sent with every tenth venue changed. The first is to stay under 60 s.
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { smtpServer } from '../test/support/db/smtp.ts';
import { connectAdmin, createDatabase } from './database.ts';
import { migrateDatabase, startProgram } from './program.ts';

const head =
  '保険医療機関コード,医療機関・接種会場名,ふりがな,郵便番号,市町村コード,町名,電話番号,代表者名,施設分類,小規模施設,取扱ワクチン,担当者の姓,担当者の名,担当者のメールアドレス';

/** As many as the country has. */
const venues = 70_000;

const exportOf = (municipalities: readonly string[], changed: (at: number) => boolean): string => {
  const lines = Array.from({ length: venues }, (_, i) => {
    const code = String(1_000_000_000 + i);
    const municipality = municipalities[i % municipalities.length];
    return `${code},試験クリニック${i},しけんくりにっく,,${municipality},本町${i % 90}-${i % 9},03-0000-${String(i % 10_000).padStart(4, '0')},試験　太郎${changed(i) ? '（新）' : ''},医療機関,いいえ,ファイザー:${i % 7 === 0 ? '基本型' : 'サテライト型'},,,`;
  });
  return `${[head, ...lines].join('\r\n')}\r\n`;
};

const folder = mkdtempSync(join(tmpdir(), 'v-sys-bench-import-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const smtp = await smtpServer();
const database = await createDatabase('v_sys_import');
const start = { database, folder, smtpUrl: smtp.url };
await migrateDatabase(start);
const admin = await connectAdmin('v_sys_import');
const program = await startProgram(start);

const secret = randomBytes(32).toString('base64url');
await admin.query(`insert into organisations (kind, name) values ('ministry', '厚生労働省') on conflict do nothing`);
await admin.query(`insert into users (org_id, user_name, family_name, given_name, email)
  select id, 'bench@v.sys', '試験', '太郎', 'bench@example.jp' from organisations where kind = 'ministry'`);
await admin.query(
  `insert into api_keys (org_id, name, token_hash, hint, scopes, created_at, created_by, expires_at)
   select org_id, 'bench', $1, '', '{reception:import}', now(), id, now() + interval '1 day' from users where user_name = 'bench@v.sys'`,
  [createHash('sha256').update(secret).digest()],
);
await admin.query(
  `insert into organisations (kind, name) values ('manufacturer', 'ファイザー株式会社') on conflict do nothing`,
);
await admin.query(`insert into vaccines (code, name, short_name, maker_id, storage, unit_name, vials_per_unit, dilution,
    asks_storage, route, announced_from, usable_from)
  select 'comirnaty', 'コミナティ', 'ファイザー', id, '-75', '箱', 195, true, true, 'maker', '2021-02-14', '2021-02-14'
  from organisations where kind = 'manufacturer' on conflict do nothing`);
const { rows } = await admin.query<{ code: string }>('select trim(code) as code from municipalities order by code');
const municipalities = rows.map(({ code }) => code);

const send = async (what: string, body: string): Promise<void> => {
  const started = performance.now();
  const answer = await fetch(`${program.url}/api/v1/reception-imports`, {
    method: 'POST',
    headers: { authorization: `Bearer vsys_${secret}`, 'content-type': 'text/csv' },
    body,
  });
  const said = (await answer.text()).slice(0, 300);
  console.log(`${what}: ${((performance.now() - started) / 1000).toFixed(1)} s  ${answer.status} ${said}`);
};

try {
  const nobody = (): boolean => false;
  const file = exportOf(municipalities, nobody);
  console.log(`${venues} rows, ${(file.length / 1_048_576).toFixed(1)} M characters`);
  await send(`${venues} rows, all new`, file);
  await send(`${venues} rows, the same again`, file);
  await send(
    `${venues} rows, a tenth changed`,
    exportOf(municipalities, (at) => at % 10 === 0),
  );
} finally {
  await program.stop();
  await admin.end();
  await smtp.close();
}
process.exit();
