import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { inviteFirst } from '../../../src/admin/invite.ts';
import { runAdmin } from '../../../src/admin/run.ts';
import { readConfig } from '../../../src/config.ts';
import { testApp } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';

const { db, reset } = await testDb();
beforeEach(reset);

const env = { SECRET_KEY: Buffer.alloc(32, 1).toString('base64'), PUBLIC_URL: 'https://v-sys.example.jp' };
const folder = mkdtempSync(join(tmpdir(), 'v-sys-admin-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const invite = async (options: Record<string, string>, more: Record<string, string> = {}) => {
  const said: string[] = [];
  await inviteFirst(db, readConfig({ ...env, ...more }, false), options, (line) => said.push(line));
  return said.join('\n');
};
const taro = { kind: 'ministry', name: '厚労　太郎', email: 'taro@example.jp' };

describe('invite', () => {
  test('makes the first user of 国 in an empty database and prints a link that opens the first login', async () => {
    const said = await invite(taro);
    expect(said).toContain('厚生労働省の利用者として 厚労 太郎 さんを招待しました。');
    expect(said).toContain('SMTP_URL が設定されていないため');
    const link = /https:\/\/v-sys\.example\.jp(\/first-login\?token=[\w-]{43})/.exec(said)?.[1] ?? '';
    const app = await testApp(db, () => new Date());
    expect((await app.open(null, link)).html).toContain('ログインユーザ初期設定');
  });

  test('prints no link where the mail is sent', async () => {
    const said = await invite({ ...taro, kind: 'desk', userName: 'desk1@v.sys' }, { SMTP_URL: 'smtp://127.0.0.1:1' });
    expect(said).toContain('ユーザ名: desk1@v.sys');
    expect(said).not.toContain('token=');
  });

  test('invites an address once', async () => {
    await invite(taro);
    await expect(invite({ ...taro, email: 'TARO@example.jp' })).rejects.toMatchObject({ kind: 'invalid' });
  });

  test.each([
    [{ ...taro, kind: 'prefecture' }, 'kind'],
    [{ ...taro, name: '厚労太郎' }, 'name'],
    [{ ...taro, email: 'taro' }, 'email'],
    [{ kind: 'ministry' }, 'name'],
  ])('%o is refused', async (options, name) => {
    await expect(invite(options as Record<string, string>)).rejects.toMatchObject({
      errors: { [name]: expect.any(String) },
    });
  });
});

describe('the command', () => {
  const run = async (argv: string[], more: Record<string, string> = {}) => {
    const said: string[] = [];
    const code = await runAdmin(argv, { ...env, DATA_DIR: join(folder, 'data'), ...more }, (line) => said.push(line));
    return { code, said: said.join('\n') };
  };

  test('migrates, checks and invites on a fresh folder', async () => {
    const first = await run(['migrate']);
    expect(first).toMatchObject({ code: 0, said: expect.stringContaining('データベースを更新しました') });
    const missing = await run(['check']);
    expect(missing.code).toBe(1);
    expect(missing.said).toContain('× 最初の利用者: 国 0人、サービスデスク 0人');
    const made = await run(['invite', '--kind', 'ministry', '--name', '厚労 太郎', '--email', 'taro@example.jp']);
    expect(made.code).toBe(0);
    expect((await run(['migrate'])).said).toBe('データベースは最新です。');
  }, 120_000);

  test('says what to do when it is not understood', async () => {
    expect(await run([])).toMatchObject({ code: 2, said: expect.stringContaining('npm run admin -- invite') });
    expect(await run(['--help'])).toMatchObject({ code: 0 });
    expect(await run(['invte'])).toMatchObject({
      code: 2,
      said: expect.stringContaining('「invte」という操作はありません'),
    });
    expect(await run(['invite', '--mail', 'x'])).toMatchObject({ code: 2 });
    expect(await run(['check'], { SECRET_KEY: 'short' })).toMatchObject({
      code: 1,
      said: expect.stringContaining('SECRET_KEY'),
    });
  });
});
