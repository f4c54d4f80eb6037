import type { SeedRow } from '../seed/index.ts';
import { mailOf } from './contacts.ts';
import type { TableRows } from './offices.ts';
import { at } from './time.ts';

type Say = {
  readonly by: string;
  readonly at: string;
  readonly kind: 'answer' | 'message' | 'note' | 'move';
  readonly text: string;
};
type Asked = {
  readonly from: string | null;
  readonly at: string;
  readonly facts: SeedRow;
  readonly said?: readonly Say[];
};

const friday = '2021-04-23';
const sunday = '2021-04-25';
const today = '2021-04-26';

/** What the desk finds on its table on Monday morning: questions answered, under way and new, and a mail without its code. */
const asked: readonly Asked[] = [
  {
    from: 'basic',
    at: at(friday, 10 * 60 + 12),
    facts: {
      state: 'closed',
      category: 'report',
      detail: 'report.claim',
      body: '3月に接種した分の請求は、請求月に何月を選べばよいですか。',
      closed_at: at(friday, 13 * 60 + 40),
    },
    said: [
      { by: 'desk', at: at(friday, 11 * 60 + 5), kind: 'move', text: '担当者を案内　千尋にしました。' },
      {
        by: 'desk',
        at: at(friday, 11 * 60 + 20),
        kind: 'answer',
        text: '2021年2月と3月に接種した分は、まとめて4月に請求してください。「請求月」は4月を選びます。',
      },
      { by: 'desk', at: at(friday, 13 * 60 + 40), kind: 'move', text: '「完了にする」を押しました。' },
    ],
  },
  {
    from: 'wholesaler',
    at: at(friday, 16 * 60 + 48),
    facts: {
      state: 'working',
      category: 'vaccine',
      detail: 'vaccine.delivery',
      body: '納入予定日をCSVで取り込むと、2行目にエラーが表示されます。どこを直せばよいですか。',
    },
    said: [
      { by: 'desk', at: at(friday, 17 * 60 + 15), kind: 'move', text: '担当者を案内　千尋にしました。' },
      {
        by: 'desk',
        at: at(friday, 17 * 60 + 30),
        kind: 'note',
        text: '日付の列が「4月30日」になっている可能性。折り返し確認する。',
      },
    ],
  },
  {
    from: null,
    at: at(sunday, 20 * 60 + 3),
    facts: {
      channel: 'mail',
      category: 'login',
      detail: 'login.account',
      request: 'reset-answer',
      email: 'hanako-shiba@example.jp',
      person_email: 'hanako-shiba@example.jp',
      person_name: '芝 花子（しば はなこ）',
      user_name: 'shiba@v.sys',
      institution_name: '芝浦クリニック',
      body: 'パスワードも秘密の質問の回答も分からなくなりました。初期化をお願いします。',
    },
  },
  {
    from: 'municipality',
    at: at(today, 8 * 60 + 36),
    facts: {
      state: 'new',
      category: 'screen',
      detail: 'screen.application',
      body: '承認した申請を、間違いだったので取り消したいのですが、どうすればよいですか。',
    },
  },
];

/** Questions that the chatbot did not answer. */
const missed = [
  { from: 'satellite', at: at(friday, 15 * 60), question: '副反応が出た人の報告はV-SYSでできますか' },
  { from: 'prefecture', at: at(sunday, 11 * 60 + 25), question: '県の職員の名刺の登録はどこですか' },
];

type User = { readonly id: number; readonly org: number; readonly email: string; readonly phone: string };

/** お問い合わせ of the demo's own accounts. */
export const ticketRows = (users: readonly SeedRow[]): readonly TableRows[] => {
  const known = new Map<string, User>(
    users.map((user) => [
      String(user.user_name).replace('@v.sys', ''),
      { id: Number(user.id), org: Number(user.org_id), email: String(user.email), phone: String(user.phone ?? '') },
    ]),
  );
  const idOf = (name: string): number => known.get(name)?.id ?? 0;
  const desk = idOf('desk');
  const tickets = asked.map(({ from, at: created_at, facts, said }, i): SeedRow => {
    const user = from === null ? undefined : known.get(from);
    return {
      id: i + 1,
      channel: 'form',
      state: 'new',
      request: null,
      user_id: user?.id ?? null,
      org_id: user?.org ?? null,
      entered_by: user ? null : desk,
      phone: user?.phone ?? '',
      email: user?.email ?? mailOf('unknown'),
      person_name: '',
      person_email: '',
      user_name: '',
      institution_code: '',
      institution_name: '',
      users_now: null,
      assignee_id: said ? desk : null,
      created_at,
      closed_at: null,
      version: 1,
      ...facts,
    };
  });
  const entries = asked.flatMap(({ said = [] }, i) =>
    said.map(({ by, ...say }): SeedRow => ({ ticket_id: i + 1, user_id: idOf(by), by_phone: false, ...say })),
  );
  return [
    ['tickets', tickets],
    ['ticket_entries', entries.map((entry, i) => ({ id: i + 1, ...entry }))],
    [
      'chat_questions',
      missed.map(({ from, at: asked_at, question }, i) => ({
        id: i + 1,
        user_id: idOf(from),
        asked_at,
        question,
        offered: '{}',
        none_at: asked_at,
        comment: '',
      })),
    ],
  ];
};
