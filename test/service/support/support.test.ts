import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Column } from '../../../src/kernel/policy.ts';
import { addPeople, type Person, START, type TestApp, testApp } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';
import { confirmed } from '../../support/html.ts';

const { db, reset } = await testDb();
let app: TestApp;
let people: Record<Column, Person>;
let now = START;

beforeEach(async () => {
  await reset();
  now = START;
  people = await addPeople(db, START);
  app = await testApp(db, () => now);
});

const all = <T>(query: ReturnType<typeof sql<T>>) =>
  db.transaction({ role: 'all' }, async (tx) => (await query.execute(tx)).rows);
type Row = Record<string, unknown>;

const addArticle = async (slug: string, title: string, body: string, audience = 'venue'): Promise<number> => {
  const [{ id } = { id: 0 }] = await all(
    sql<{ id: number }>`insert into articles (slug, live, created_at) values (${slug}, 1, ${START}) returning id`,
  );
  await all(sql`insert into article_versions (article_id, number, state, type, title, title_sort, body, audiences, topic,
    published_on, written_at) values (${id}, 1, 'published', 'faq', ${title}, ${title}, ${body}, ${[audience]}, 'password',
    '2021-02-15', ${START})`);
  await all(sql`insert into article_counts (article_id) values (${id})`);
  await all(sql`insert into article_changes (article_id) values (${id})`);
  return id;
};
const askChat = (question: string, fields: Record<string, string | string[]> = {}) =>
  app.send(people.basic, '/support/chat', { audience: 'venue', topic: '', question, ...fields });

describe('the chatbot', () => {
  let password: number;
  beforeEach(async () => {
    password = await addArticle(
      'forgot-password',
      'パスワードを忘れたときは、どうすればよいですか。',
      '**再設定**の手順です。',
    );
    await addArticle('print-claims', '請求書を印刷するときに、注意することはありますか。', '倍率は100です。');
    await addArticle(
      'order-list',
      '発注一覧を見るには、どうすればよいですか。',
      'パスワードを忘れたとき',
      'wholesaler',
    );
  });

  test('offers the closest questions of the audience and answers with the article alone', async () => {
    const asked = await askChat('ぱすわーどを忘れてしまった');
    expect(asked.status).toBe(303);
    const { html } = await app.open(people.basic, asked.location);
    expect(html).toContain('パスワードを忘れたときは');
    expect(html).not.toContain('発注一覧');
    const chosen = await app.send(people.basic, `${asked.location}/choose`, { article: String(password) });
    expect((await app.open(people.basic, chosen.location)).html).toContain('<strong>再設定</strong>');
    await app.send(people.basic, `${asked.location}/vote`, { helpful: 'no' });
    await app.send(people.basic, `${asked.location}/comment`, { comment: '電話03-1234-5678へ' });
    const [kept] = await all(sql<Row>`select * from chat_questions`);
    expect(kept).toMatchObject({ helpful: false, comment: '電話［電話番号］へ', chosen_id: password });
  });

  test('points out personal data before anything is kept, and strikes it out', async () => {
    const asked = await askChat('03-1234-5678に電話してください。パスワードを忘れました');
    expect(asked.html).toContain('個人情報が含まれていませんか');
    expect(await all(sql`select 1 from chat_questions`)).toEqual([]);
    const sent = await askChat('03-1234-5678に電話してください。パスワードを忘れました', {
      _confirmed: confirmed(asked.html),
    });
    expect(sent.status).toBe(303);
    const [kept] = await all(sql<Row>`select question from chat_questions`);
    expect(kept?.question).toBe('［電話番号］に電話してください。パスワードを忘れました');
  });

  test.each([
    ['nothing', ''],
    ['spaces', '　 \n '],
    ['emoji', '💉💉'],
    ['10 kB', 'あ'.repeat(10_000)],
  ])('refuses %s with a message, keeping what was typed', async (_, question) => {
    const answer = await askChat(question);
    expect(answer.status).toBe(422);
    expect(answer.html).toMatch(/お問い合わせ内容(を文章で入力|は200文字以内)/);
    expect(await all(sql`select 1 from chat_questions`)).toEqual([]);
  });

  test('SQL and markup are words like any other', async () => {
    const asked = await askChat("'; drop table tickets; -- <script>alert(1)</script> パスワード");
    const { html } = await app.open(people.basic, asked.location);
    expect(html).toContain('&lt;script>');
    expect(html).not.toContain('<script>alert');
  });

  test('is of no use to others: questions belong to who asked', async () => {
    const { location } = await askChat('パスワードを忘れた');
    expect((await app.open(people.satellite, location)).status).toBe(404);
    expect((await app.send(people.satellite, `${location}/none`)).status).toBe(404);
    expect((await app.send(people.basic, `${location}/choose`, { article: '999' })).status).toBe(422);
    expect((await app.send(people.basic, `${location}/vote`, { helpful: 'yes' })).status).toBe(404);
  });

  test('what found nothing goes to the desk, which teaches it', async () => {
    const asked = await askChat('ぽんぽこりん');
    expect((await app.open(people.basic, asked.location)).html).toContain('近い質問が見つかりませんでした');
    const again = await app.send(people.basic, `${asked.location}/none`);
    expect(again.location).toMatch(/\/support\/chat\?again=\d+/);
    expect((await app.open(people.basic, again.location)).html).toContain('言葉を変えて');
    expect((await app.open(people.desk, '/desk/questions')).html).toContain('ぽんぽこりん');
    const id = /again=(\d+)/.exec(again.location)?.[1];
    expect((await app.send(people.desk, `/desk/questions/${id}/teach`, { article: '999' })).status).toBe(422);
    const taught = await app.send(people.desk, `/desk/questions/${id}/teach`, { article: String(password) });
    expect(taught.location).toBe('/desk/questions?done=taught');
    expect((await app.open(people.desk, '/desk/questions')).html).not.toContain('ぽんぽこりん');
    const { location } = await askChat('ぽんぽこりん');
    expect((await app.open(people.basic, location)).html).toContain('パスワードを忘れたときは');
  });

  test('an article that is withdrawn is offered no longer, a published one at once', async () => {
    await askChat('パスワードを忘れた');
    await all(sql`update article_versions set withdrawn_on = '2021-04-27' where article_id = ${password}`);
    now = new Date('2021-04-27T09:00:00+09:00');
    await all(sql`update sessions set created_at = ${now}, last_seen_at = ${now}`);
    const { location } = await askChat('パスワードを忘れた');
    expect((await app.open(people.basic, location)).html).not.toContain('パスワードを忘れたときは');
    await addArticle('new', '新しいパスワードを忘れたとき', '答え');
    const { location: later } = await askChat('パスワードを忘れた');
    expect((await app.open(people.basic, later)).html).toContain('新しいパスワードを忘れたとき');
  });
});

const inquiry = {
  phone: '0312345678',
  category: 'login',
  detail: 'login.account',
  request: 'add-user',
  personName: '厚生 太郎（こうせい たろう）',
  personEmail: 'taro@example.jp',
  userName: '',
  institutionCode: '9999999999',
  institutionName: '別の病院',
  usersNow: '2',
  body: '',
};
const sendInquiry = (fields: Record<string, string> = {}, who: Person = people.basic) =>
  app.send(who, '/support/inquiries/new', { ...inquiry, ...fields });
const mails = () => all(sql<{ to_address: string; subject: string; body: string }>`select * from mails order by id`);
const ticketId = (location: string): number => Number(/(\d+)/.exec(location)?.[1]);

describe('inquiries', () => {
  test('are kept with the registered institution, and mailed once', async () => {
    const { location } = await sendInquiry();
    const [ticket] = await all(sql<Row>`select * from tickets`);
    expect(ticket).toMatchObject({ request: 'add-user', institution_code: '1310300015', users_now: 2, state: 'new' });
    expect(ticket?.institution_name).toContain('芝公園病院');
    const sent = await mails();
    expect(sent).toHaveLength(1);
    expect(sent[0]?.subject).toMatch(/お問い合わせを受け付けました（受付番号 210426-\d{4}）/);
    const done = await app.open(people.basic, location);
    expect(done.html).toMatch(/210426-\d{4}/);
    expect((await app.open(people.satellite, location)).status).toBe(404);
  });

  test('bad input comes back with a message and all that was typed; nothing is kept', async () => {
    const bad = await sendInquiry({ phone: '12', personName: '厚生太郎', usersNow: '', personEmail: 'taro' });
    expect(bad.status).toBe(422);
    expect(bad.html).toContain('電話番号は10桁または11桁');
    expect(bad.html).toContain('メールアドレスは「名前@ドメイン」の形で');
    const worse = await sendInquiry({ personName: '厚生太郎', usersNow: '', category: 'claim' });
    expect(worse.html).toContain('お問い合わせ分類を選択してください');
    const faults = await sendInquiry({ personName: '厚生太郎', usersNow: '' });
    expect(faults.html).toContain('姓と名の間は空けてください');
    expect(faults.html).toContain('利用している人数を入力してください');
    expect(faults.html).toContain('value="厚生太郎"');
    expect((await sendInquiry({ request: '', body: '' })).html).toContain('内容を入力してください');
    expect((await sendInquiry({ body: 'あ'.repeat(2001) })).status).toBe(422);
    expect(await all(sql`select 1 from tickets`)).toEqual([]);
    expect(await mails()).toEqual([]);
  });

  test('the desk takes, answers by mail, and closes; the asker sees answers but no notes', async () => {
    const id = ticketId((await sendInquiry({ detail: 'login.code', request: '', body: 'コードが来ません' })).location);
    const desk = (move: string, fields: Record<string, string> = {}) =>
      app.send(people.desk, `/desk/tickets/${id}/${move}`, fields);
    expect((await app.open(people.desk, '/desk/tickets')).html).toContain('確認コード・メールが届かない');
    expect((await desk('notes', { text: '迷惑メールか' })).status).toBe(303);
    expect((await desk('assign', { assignee: String(people.basic.userId) })).status).toBe(422);
    expect((await desk('assign', { assignee: String(people.desk.userId) })).status).toBe(303);
    expect((await desk('answer', { by: 'mail', text: '' })).status).toBe(422);
    expect((await desk('answer', { by: 'mail', text: '再送しました。' })).status).toBe(303);
    expect((await desk('answer', { by: 'phone', text: '電話で説明した。' })).status).toBe(303);
    const sent = await mails();
    expect(sent).toHaveLength(2);
    expect(sent[1]?.body).toContain('再送しました。');
    const own = await app.open(people.basic, `/support/inquiries/${id}`);
    expect(own.html).toContain('電話で説明した。');
    expect(own.html).not.toContain('迷惑メールか');
    expect((await desk('close')).status).toBe(303);
    expect((await desk('answer', { by: 'mail', text: 'もう一度' })).status).toBe(409);
    expect((await app.send(people.basic, `/support/inquiries/${id}/messages`, { text: 'まだです' })).status).toBe(303);
    expect((await app.open(people.desk, '/desk/tickets?filter=working')).html).toContain(`/desk/tickets/${id}`);
  });

  test('two of the desk do not answer over each other', async () => {
    const id = ticketId((await sendInquiry()).location);
    await app.send(people.desk, `/desk/tickets/${id}/answer`, { by: 'phone', text: '一', _version: '1' });
    const second = await app.send(people.desk, `/desk/tickets/${id}/answer`, { by: 'mail', text: '二', _version: '1' });
    expect(second.status).toBe(409);
    expect(second.html).toContain('二');
    expect(await mails()).toHaveLength(1);
  });

  test('a mail without its code shows as such, and the receipt asks for it', async () => {
    const enter = (fields: Record<string, string>) =>
      app.send(people.desk, '/desk/tickets/new', {
        ...inquiry,
        channel: 'mail',
        request: 'reset-answer',
        institutionCode: '',
        ...fields,
      });
    const { location } = await enter({ userName: 'nobody@v.sys' });
    const { html } = await app.open(people.desk, location);
    expect(html).toContain('医療機関コードが書かれていません');
    expect(html).toContain('このユーザ名のユーザはいません');
    expect((await app.open(people.desk, '/desk/tickets')).html).toContain('コード未記入');
    expect((await mails())[0]?.body).toContain('医療機関コード（10桁）の記載がありません');
    const known = await enter({ institutionCode: '１３１０３０００１５' });
    expect((await app.open(people.desk, known.location)).html).toContain('芝公園病院');
    expect((await enter({ personEmail: '' })).status).toBe(422);
  });

  test('a user is added from the ticket, which says so', async () => {
    const id = ticketId((await sendInquiry()).location);
    const { html } = await app.open(people.desk, `/desk/tickets/${id}`);
    const href = `/desk/users/new?org=${people.basic.orgId}&ticket=${id}`;
    expect(html.replaceAll('&amp;', '&')).toContain(href);
    const filled = await app.open(people.desk, href);
    expect(filled.html).toContain('value="厚生"');
    expect(filled.html).toContain('value="taro@example.jp"');
    const added = await app.send(people.desk, '/desk/users/new', {
      orgId: String(people.basic.orgId),
      familyName: '厚生',
      givenName: '太郎',
      email: 'taro@example.jp',
      phone: '',
      ticket: String(id),
    });
    expect(added.location).toBe(`/desk/tickets/${id}?done=acted`);
    expect((await app.open(people.desk, added.location)).html).toContain('を追加し、招待メールを送信しました');
  });

  test('定型文 are written, used and removed', async () => {
    expect((await app.send(people.desk, '/desk/canned', { title: '', body: '' })).status).toBe(422);
    await app.send(people.desk, '/desk/canned', { title: 'お待たせ', body: 'お待たせしました。' });
    const [canned] = await all(sql<{ id: number }>`select id from canned_answers where title = 'お待たせ'`);
    const id = ticketId((await sendInquiry()).location);
    expect((await app.open(people.desk, `/desk/tickets/${id}?canned=${canned?.id}`)).html).toContain(
      'お待たせしました。',
    );
    expect((await app.send(people.desk, `/desk/canned/${canned?.id}/remove`)).status).toBe(303);
    expect((await app.open(people.desk, '/desk/canned')).html).not.toContain('お待たせしました。');
  });
});

test('MC-8: anybody reads how to get help', async () => {
  const { status, html } = await app.open(null, '/support/contact');
  expect(status).toBe(200);
  expect(html).toContain('8:30～19:00（土日祝日を除く平日のみ）');
  expect(html).toContain('ただいま受け付けています');
  now = new Date('2021-04-25T12:00:00+09:00');
  expect((await app.open(people.basic, '/support/contact')).html).toContain('次の受付は 2021/04/26（月） 8:30 から');
});

test('row security shows tickets and questions to who asked and to the desk, where a WHERE is forgotten too', async () => {
  await all(sql`insert into tickets (channel, state, category, detail, user_id, email, body, created_at)
    values ('form', 'new', 'other', 'other', ${people.basic.userId}, 'a@example.jp', '質問', ${START})`);
  await all(sql`insert into ticket_entries (ticket_id, at, user_id, kind, text)
    select id, ${START}, ${people.desk.userId}, kind, 'x' from tickets, unnest(array['answer','note']) kind`);
  await all(sql`insert into chat_questions (user_id, asked_at, question, offered)
    values (${people.basic.userId}, ${START}, '質問', '{}')`);
  for (const [who, reach, seen] of [
    [people.basic, '', [1, 1, 1]],
    [people.satellite, '', [0, 0, 0]],
    [people.municipality, 'm131032,d13,*', [0, 0, 0]],
    [people.desk, 's', [1, 2, 1]],
  ] as const) {
    const counts = await db.transaction({ role: 'web' }, async (tx) => {
      await sql`select set_config('app.actor', ${String(who.userId)}, true), set_config('app.reach', ${reach}, true)`.execute(
        tx,
      );
      const [row] = (
        await sql<{
          n: number[];
        }>`select array[(select count(*)::int from tickets), (select count(*)::int from ticket_entries),
          (select count(*)::int from chat_questions)] as n`.execute(tx)
      ).rows;
      return row?.n;
    });
    expect(counts, reach).toEqual(seen);
  }
});
