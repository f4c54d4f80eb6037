import { z } from 'zod';
import * as fields from '../../src/kernel/fields.ts';
import { type FormState, field, form, table } from '../../src/kernel/form.ts';
import {
  Button,
  CellInput,
  ChoiceSwitch,
  Columns,
  DataTable,
  DescriptionList,
  Done,
  EmptyState,
  FieldRow,
  Figures,
  FilterBar,
  FilterField,
  Form,
  type Frame,
  InlineField,
  InlineForm,
  Layout,
  LinkButton,
  ListHead,
  MenuButtons,
  Meter,
  NewsList,
  Notice,
  Pager,
  PasswordRules,
  PostButton,
  PublicLayout,
  Quantity,
  RecordCard,
  Remaining,
  RepeatingTable,
  Section,
  StateLabel,
  Steps,
  Summand,
  Tag,
  Total,
  UnsavedCount,
} from '../../src/ui/index.ts';

/** Every kind of page and part, for looking at and for the checks; its contents are made up. */
export type Assets = { readonly css: string; readonly script: string };

const longName =
  '独立行政法人地域医療機能推進機構東京新宿メディカルセンター附属港区芝浦海岸通り予防接種特設会場第二分室（地下一階）';

const frame = ({ css, script }: Assets): Frame => ({
  product: 'V-SYS ワクチン接種円滑化システム',
  homeHref: '#home',
  organisation: '芝公園病院',
  userName: '港 太郎',
  menu: [
    { href: '#settings', label: '私の設定' },
    { post: '#logout', label: 'ログアウト' },
  ],
  tabs: [
    'ホーム',
    '医療機関・接種会場',
    'ワクチン分配',
    '接種実績',
    '国保連提出用請求総括書',
    'お知らせ',
    'ナレッジ',
    '申請',
  ].map((label, i) => ({ href: `#tab${i}`, label, current: i === 0 })),
  css,
  scripts: [script],
});

const any = z.string();
const profile = form('profile', {
  name: field(any, {
    label: '医療機関・接種会場名',
    required: true,
    approval: true,
    help: '受付システムから取り込んだ名称です。変更には市町村の承認が必要です。',
  }),
  kana: field(any, {
    label: '（医師）氏名（こうろう たろう）',
    hint: '姓と名の間に全角の空白を入れてください。',
    required: true,
    size: 30,
  }),
  kind: field(any, {
    label: '施設分類',
    kind: 'radio',
    required: true,
    options: [
      { value: 'hospital', label: '医療機関' },
      { value: 'venue', label: '特設の接種会場' },
    ],
  }),
  freezers: field(any, {
    label: 'ディープフリーザー（-75℃）（台）',
    kind: 'number',
    unit: '台',
    size: 5,
    help: '国や市町村から配布されたものも数えてください。',
  }),
  request: field(any, { label: '納入希望量登録', kind: 'number', unit: 'バイアル', required: true }),
  day: field(any, { label: '譲った日', kind: 'date', required: true }),
  at: field(any, { label: '公開日時', kind: 'datetime' }),
  vaccine: field(any, {
    label: '対象ワクチン',
    kind: 'choice',
    required: true,
    options: [
      { value: 'a', label: 'ファイザー社ワクチン（12歳以上用）' },
      { value: 'b', label: '武田／モデルナ社ワクチン' },
    ],
  }),
  makers: field(any, {
    label: '取扱ワクチン（医師個人）',
    kind: 'check',
    options: [
      { value: 'p', label: 'ファイザー' },
      { value: 'm', label: 'モデルナ' },
      { value: 'z', label: 'アストラゼネカ' },
    ],
  }),
  same: field(any, { label: '納入先住所は医療機関住所と同じ', kind: 'check' }),
  password: field(any, { label: '新しいパスワード', kind: 'password', autocomplete: 'new-password' }),
  again: field(any, { label: '新しいパスワードの確認', kind: 'password', autocomplete: 'new-password' }),
  note: field(any, { label: '医療機関・接種会場からのお知らせ', kind: 'textarea', public: true }),
  mail: field(any, { label: 'メールアドレス', kind: 'email' }),
  tel: field(any, { label: '電話番号', kind: 'tel' }),
  url: field(any, { label: 'ホームページ', kind: 'url' }),
  code: field(any, { label: '確認コード', kind: 'code' }),
  to: field(any, { label: '譲った先', kind: 'lookup' }),
});

const report = form('report', {
  doses: table(
    {
      first: field(any, { label: '1回目', kind: 'number', unit: '回', size: 7 }),
      second: field(any, { label: '2回目', kind: 'number', unit: '回', size: 7 }),
    },
    { label: '接種実績等の報告' },
  ),
  moved: table(
    {
      from: field(any, { label: '（融通元の）基本型接種施設', kind: 'lookup', size: 20, required: true }),
      day: field(any, { label: '受けた日', kind: 'date', required: true }),
      lot: field(any, { label: 'ロット番号', size: 10 }),
      vials: field(any, { label: 'バイアル本数', kind: 'number', unit: '本', size: 5 }),
    },
    { label: '医療機関間の融通を受けた場合' },
  ),
  wasted: field(fields.wholeNumberOrEmpty() as never, {
    label: '未使用のまま廃棄したバイアル本数（累計）',
    kind: 'number',
    unit: '本',
  }),
});

const state = (values: FormState['values'] = {}, more: Partial<FormState> = {}): FormState => ({
  values,
  errors: {},
  requestId: 'r-1',
  version: 3,
  confirmed: [],
  ...more,
});

const today = '2021-04-26';

const home = (a: Assets) => (
  <Layout
    frame={{ ...frame(a), banners: [{ kind: 'warning', text: '登録締切日（4/30）まであと2日です。' }] }}
    title="ホーム"
    help="#help"
  >
    <Columns ratio="main-side">
      <Section title="メニュー">
        <MenuButtons
          name="menu"
          items={[
            { href: '#1', label: 'この医療機関の情報を見る', icon: 'home' },
            {
              href: '#2',
              label: 'ワクチン希望量等の報告・接種実績等の報告',
              icon: 'pencil',
              state: '登録期間 4/26〜4/30 あと4日',
              mark: '未登録',
              tone: 'warning',
            },
            { href: '#3', label: '分配量の確認', icon: 'box', state: '4/28 確定', mark: '確認済み', tone: 'success' },
            { href: '#4', label: '配送予定日の確認', icon: 'calendar' },
            {
              href: '#5',
              label: '国保連提出用請求総括書・市区町村別請求書の作成',
              icon: 'file',
              state: '4月分の提出期限 5/10（月）',
            },
          ]}
        />
      </Section>
      <Section title="お知らせ">
        <NewsList
          items={[
            {
              href: '#n1',
              title: '【V-SYS】ワクチン等分配確定通知（市町村→医療機関・接種会場）',
              date: '2021/04/26（月）',
              from: '東京都港区',
              unread: true,
            },
            { href: '#n2', title: '【V-SYS】納入希望量登録締切日アラート', date: '2021/04/24（土）', unread: true },
            {
              href: '#n3',
              title: `${longName}の接種予約受付状況が更新されました`,
              date: '2021/04/20（火）',
              from: '東京都',
            },
          ]}
        />
      </Section>
    </Columns>
    <Section title="クール10">
      <Steps
        label="クール10の流れ"
        steps={[
          { label: '納入希望量の登録', note: '4/26〜4/30', state: 'done' },
          { label: '都道府県への割当', note: '5/3', state: 'done' },
          { label: '分配の確定', note: '5/4〜5/6', state: 'current' },
          { label: '納入予定日の入力', note: '5/7〜5/12', state: 'coming' },
          { label: '納入', note: '5/17〜5/30', state: 'coming' },
        ]}
      />
    </Section>
  </Layout>
);

const Profile = ({ s, a, title }: { s: FormState; a: Assets; title: string }) => (
  <Layout
    frame={frame(a)}
    title={title}
    help="#help"
    breadcrumbs={[{ label: 'ホーム', href: '#h' }, { label: longName, href: '#v' }, { label: '編集' }]}
  >
    <Form
      def={profile}
      state={s}
      action="#save"
      submit="申請・保存"
      sticky
      secondary={<LinkButton href="#back">キャンセル</LinkButton>}
    >
      <Section title="情報">
        <FieldRow def={profile} state={s} name="kind" />
        <FieldRow def={profile} state={s} name="name" />
        <FieldRow def={profile} state={s} name="kana" />
        <FieldRow def={profile} state={s} name="freezers" />
        <FieldRow
          def={profile}
          state={s}
          name="request"
          aside={
            <span>
              希望回数 <Total group="request" value={1170} times={6} unit="回" />
            </span>
          }
          data={{ 'data-sum': 'request' }}
        />
        <FieldRow def={profile} state={s} name="day" today={today} />
        <FieldRow def={profile} state={s} name="at" />
        <FieldRow def={profile} state={s} name="vaccine" />
        <FieldRow def={profile} state={s} name="makers" />
        <FieldRow def={profile} state={s} name="to" lookupUrl="/lookup" lookupHeading="医療機関・接種会場名" />
        <FieldRow def={profile} state={s} name="same" />
      </Section>
      <Section title="連絡先" lead="公開されます。">
        <FieldRow def={profile} state={s} name="tel" />
        <FieldRow def={profile} state={s} name="mail" />
        <FieldRow def={profile} state={s} name="url" />
        <FieldRow def={profile} state={s} name="note" />
      </Section>
    </Form>
  </Layout>
);

const filled = {
  kind: 'hospital',
  name: longName,
  kana: 'こうろう　たろう',
  freezers: '2',
  request: '195',
  day: '2021-04-26',
  vaccine: 'a',
  makers: ['p', 'm'],
  to: '12',
  to__text: '港区スポーツセンター',
  same: '1',
  note: '予約はお電話でも承ります。\n診察券をお持ちください。',
};

const edit = (a: Assets) => <Profile a={a} s={state(filled)} title="医療機関・接種会場の編集 芝公園病院" />;
const errors = (a: Assets) => (
  <Profile
    a={a}
    title="医療機関・接種会場の編集 芝公園病院"
    s={state(
      { ...filled, request: '-3', kind: '', day: '2021/02/30', makers: [] },
      {
        summary: 'まだ登録されていません。',
        errors: {
          kind: '施設分類を選択してください。',
          request: '納入希望量登録は0以上の整数で入力してください。',
          day: '譲った日は実在する日付を yyyy/mm/dd の形で入力してください。',
          makers: '取扱ワクチン（医師個人）を選択してください。',
          to: '譲った先を選択してください。',
        },
      },
    )}
  />
);
const question = (a: Assets) => (
  <Profile
    a={a}
    title="ワクチン希望量等の報告・接種実績等の報告"
    s={state(filled, {
      question: {
        id: 'grown',
        title: '延べ回数が増えていません',
        lines: ['登録済みの延べ回数から増えていません。このまま登録しますか。'],
        rows: [
          { label: '登録済みの延べ回数', value: '1,200回' },
          { label: '今回の延べ回数', value: '1,200回' },
          { label: '未使用のまま廃棄したバイアル本数（累計）', value: '3本' },
        ],
        digest: 'd-1',
      },
    })}
  />
);

const groups = ['医療従事者', '高齢者施設従事者', '高齢者', '基礎疾患保有者', 'その他'];
const reportPage = (a: Assets) => {
  const s = state(
    {
      'doses.r0.first': '120',
      'doses.r0.second': '98',
      'doses.r2.first': '1,240',
      'doses.r2.second': 'x',
      'moved.new1.vials': '',
      'moved.new2.vials': '5',
    },
    {
      errors: {
        'doses.r2.second': '2回目は0以上の整数で入力してください。',
        'moved.new2.from': '（融通元の）基本型接種施設を選択してください。',
      },
    },
  );
  return (
    <Layout frame={frame(a)} title="ワクチン希望量等の報告・接種実績等の報告" help="#h">
      <ChoiceSwitch
        label="対象ワクチン"
        name="vaccine"
        value="a"
        action="#"
        options={[
          { value: 'a', label: 'ファイザー社ワクチン（12歳以上用）' },
          { value: 'b', label: '武田／モデルナ社ワクチン' },
        ]}
      />
      <Form
        def={report}
        state={s}
        action="#save"
        submit="登録"
        sticky
        secondary={<UnsavedCount />}
        rowLabel={(_t, row) => groups[Number(row.slice(1))] ?? '2行目'}
      >
        <Section title="接種実績等の報告" lead="これまでの累計を入力してください（例：100 ＋ 100 ＝ 200）。">
          <DataTable
            caption="接種回数（累計）"
            grid
            columns={[
              { key: 'label', label: '区分', sticky: true },
              ...(['first', 'second'] as const).map((column) => ({
                key: column,
                label: column === 'first' ? '1回目' : '2回目',
                unit: '回',
                align: 'end' as const,
                cell: (row: { label: string; key: string }) => (
                  <CellInput
                    def={report}
                    state={s}
                    table="doses"
                    row={row.key}
                    rowLabel={row.label}
                    column={column}
                    sum={['all', column]}
                  />
                ),
              })),
              {
                key: 'registered',
                label: '登録済みの内容',
                unit: '回',
                align: 'end',
                cell: (row) => <Quantity value={row.key === 'r1' ? null : 98} />,
              },
            ]}
            rows={groups.map((label, i) => ({ label, key: `r${i}` }))}
            foot={{
              label: '延べ回数',
              first: <Total group="first" value={1360} />,
              second: <Total group="second" value={98} />,
              registered: <Quantity value={1458} />,
            }}
          />
        </Section>
        <Section title="医療機関間の融通を受けた場合">
          <RepeatingTable
            def={report}
            state={s}
            table="moved"
            caption="受けたワクチン"
            columns={['from', 'day', 'lot', 'vials']}
            keys={['new1', 'new2']}
            addLabel="＋報告内容を追加する"
            removeLabel="- 報告内容を1件削除する"
            today={today}
            lookupUrl="/lookup"
            lookupHeading="医療機関・接種会場名"
          />
        </Section>
        <Section title="廃棄数の報告">
          <FieldRow def={report} state={s} name="wasted" aside={<span>登録済みの内容 3本</span>} />
        </Section>
      </Form>
    </Layout>
  );
};

const allocation = form('allocation', {
  boxes: table(
    {
      pfizer: field(any, { label: 'ファイザー', kind: 'number', size: 5 }),
      moderna: field(any, { label: 'モデルナ', kind: 'number', size: 5 }),
    },
    { label: '分配' },
  ),
});
const towns = [
  '千代田区',
  '中央区',
  '港区',
  '新宿区',
  '文京区',
  '台東区',
  '墨田区',
  '江東区',
  '品川区',
  '目黒区',
  '大田区',
  '世田谷区',
  '渋谷区',
  '中野区',
  '杉並区',
  longName,
];
const gridOf = (a: Assets, names: readonly string[], withoutInput = -1) => {
  const s = state(
    Object.fromEntries(
      names.flatMap((_t, i) => [
        [`boxes.t${i}.pfizer`, String(i * 3)],
        [`boxes.t${i}.moderna`, i % 4 ? String(i) : ''],
      ]),
    ),
  );
  return (
    <Layout frame={frame(a)} title="分配の確定" wide actions={<Button icon="download">CSVで保存</Button>}>
      <Form def={allocation} state={s} action="#" submit="一時保存" secondary={<UnsavedCount />}>
        <p>
          ファイザー 残り <Remaining group="pfizer" available={300} value={-60} unit="箱" />
        </p>
        <p>
          モデルナ 残り <Remaining group="moderna" available={300} value={210} unit="箱" />
        </p>
        <DataTable
          caption="市町村別の分配量"
          grid
          columns={[
            { key: 'name', label: '市町村', sticky: true },
            {
              key: 'people',
              label: '対象人口',
              unit: '人',
              align: 'end',
              group: '基礎',
              cell: (_r, i) => <Quantity value={12_000 + i * 731} />,
            },
            {
              key: 'wish',
              label: '希望量',
              unit: '箱',
              align: 'end',
              group: '基礎',
              cell: (_r, i) => <Quantity value={i === 3 ? null : i * 4} />,
            },
            ...(['pfizer', 'moderna'] as const).map((column) => ({
              key: column,
              label: column === 'pfizer' ? 'ファイザー' : 'モデルナ',
              unit: '箱',
              align: 'end' as const,
              group: '今回の分配',
              cell: (row: { name: string; key: string }) =>
                row.key === `t${withoutInput}` && column === 'pfizer' ? (
                  '—'
                ) : (
                  <CellInput
                    def={allocation}
                    state={s}
                    table="boxes"
                    row={row.key}
                    rowLabel={row.name}
                    column={column}
                    sum={[column, row.key]}
                  />
                ),
            })),
            {
              key: 'fixed',
              label: '確定済み',
              unit: '箱',
              align: 'end',
              group: '今回の分配',
              cell: (row) => <Summand group={row.key} value={5} />,
            },
            {
              key: 'sum',
              label: '計',
              unit: '箱',
              align: 'end',
              sticky: 'end',
              cell: (row) => <Total group={row.key} value={0} />,
            },
          ]}
          rows={names.map((name, i) => ({ name, key: `t${i}` }))}
          foot={{ pfizer: <Total group="pfizer" value={360} />, moderna: <Total group="moderna" value={90} /> }}
        />
      </Form>
    </Layout>
  );
};
const grid = (a: Assets) => gridOf(a, towns);

type Venue = { id: number; name: string; kind: string; boxes: number | null; day: string };
const venues: Venue[] = Array.from({ length: 300 }, (_, i) => ({
  id: 1000 + i,
  name: i % 7 === 3 ? longName : `港区第${i + 1}診療所`,
  kind: i % 3 ? '基本型' : 'サテライト型',
  boxes: i % 5 === 0 ? null : i * 13,
  day: '2021/05/17（月）',
}));
const list = (a: Assets) => (
  <Layout
    frame={frame(a)}
    title="医療機関・接種会場"
    wide
    help="#h"
    actions={
      <LinkButton href="#new" icon="plus">
        新規
      </LinkButton>
    }
  >
    <FilterBar action="#" resetHref="#">
      <FilterField label="名称" name="q" value="港区" />
      <FilterField
        label="区分"
        name="kind"
        options={[
          { value: '', label: 'すべて' },
          { value: 'b', label: '基本型' },
        ]}
      />
    </FilterBar>
    <ListHead count="1,034件">
      <LinkButton href="#csv" size="small" icon="download">
        CSV
      </LinkButton>
      <LinkButton href="#xlsx" size="small" icon="download">
        Excel
      </LinkButton>
    </ListHead>
    <DataTable
      caption="医療機関・接種会場の一覧"
      captionHidden
      stack
      columns={[
        { key: 'name', label: '名称', sort: { href: '#s', current: 'asc' } },
        { key: 'kind', label: '区分', sort: { href: '#k' }, cell: (v) => <Tag>{v.kind}</Tag> },
        {
          key: 'state',
          label: '状態',
          cell: (v) =>
            v.boxes === null ? (
              <StateLabel tone="warning">未登録</StateLabel>
            ) : (
              <StateLabel tone="success">登録済</StateLabel>
            ),
        },
        { key: 'boxes', label: '希望量', unit: '箱', align: 'end', cell: (v) => <Quantity value={v.boxes} /> },
        { key: 'day', label: '納入予定日', nowrap: true },
        {
          key: 'edit',
          label: '操作',
          cell: (v) => (
            <LinkButton href={`#e${v.id}`} size="small" label={`編集 ${v.name}`}>
              編集
            </LinkButton>
          ),
        },
      ]}
      rows={venues}
      rowHref={(v) => `#v${v.id}`}
    />
    <Pager nextHref="#next" position="1,034件中 1〜300件" />
  </Layout>
);

const view = (a: Assets) => {
  const s = state(filled);
  return (
    <Layout
      frame={frame(a)}
      title={`医療機関・接種会場 ${longName}`}
      breadcrumbs={[{ label: 'ホーム', href: '#' }, { label: '医療機関・接種会場' }]}
      actions={
        <LinkButton href="#edit" variant="primary" icon="pencil">
          編集
        </LinkButton>
      }
    >
      <Notice kind="info" title="承認を待っている変更があります">
        <p>承認されるまで、もとの内容が表示されます。</p>
      </Notice>
      <Notice kind="warning" title="医師が登録されていません">
        <p>医師が登録されるまで、ワクチンは分配されません。</p>
      </Notice>
      <Notice kind="error" title="登録できませんでした" />
      <Notice kind="success" title="登録しました" />
      <InlineForm def={profile} state={s} action="#">
        <Section title="情報">
          <InlineField def={profile} state={s} name="name" display={longName} />
          <InlineField def={profile} state={s} name="freezers" display="2" />
          <InlineField def={profile} state={s} name="kind" display="医療機関" />
          <InlineField def={profile} state={s} name="mail" display={null} />
          <InlineField def={profile} state={s} name="code" display="1310300001" locked />
        </Section>
      </InlineForm>
      <Section
        title="そのほか"
        actions={
          <PostButton action="#p" icon="print" size="small">
            印刷用
          </PostButton>
        }
      >
        <DescriptionList
          items={[
            { label: '代表者名', value: '厚労 太郎', approval: true },
            { label: 'ディープフリーザー（-75℃）（台）', value: 2, unit: '台' },
            { label: 'ホームページ', value: null },
            { label: '状態', value: <StateLabel tone="info">承認待ち</StateLabel>, locked: true },
            { label: '停止', value: <StateLabel tone="error">停止中</StateLabel> },
          ]}
        />
        <p>
          <Button variant="danger">削除</Button> <Button variant="text">あとで</Button>{' '}
          <Button disabled>送信済み</Button>
        </p>
      </Section>
      <Section title="接種の進み" card>
        <Figures
          items={[
            { label: '接種回数', value: <Quantity value={1_234_567} unit="回" large />, note: '2021/04/26 9:00 現在' },
            {
              label: '報告した施設',
              value: <Quantity value={812} unit="施設" large />,
              note: '報告済 812 / 1,034 施設',
            },
          ]}
        />
        <Meter label="報告した施設" value={812} max={1034} text="報告済 812 / 1,034 施設" />
      </Section>
      <EmptyState title="まだ医師が登録されていません">
        <LinkButton href="#d">新規医師情報</LinkButton>
      </EmptyState>
    </Layout>
  );
};

const done = (a: Assets) => (
  <Layout frame={frame(a)} title="登録完了">
    <Done
      message="接種実績等を登録しました。"
      items={[
        { label: '受付番号', value: 'R-2021-000123' },
        { label: '登録日時', value: '2021/04/26（月） 14:05' },
      ]}
      links={[{ href: '#home', label: 'ホームへ戻る' }]}
    >
      <p>まだ登録していない取扱ワクチン：武田／モデルナ社ワクチン</p>
    </Done>
  </Layout>
);

const login = (a: Assets) => {
  const s = state({}, { errors: { code: '確認コードが正しくないか、期限が切れています。' } });
  return (
    <PublicLayout
      product="V-SYS ワクチン接種円滑化システム"
      suffix="V-SYS"
      homeHref="#"
      title="パスワードを変更する"
      css={a.css}
      scripts={[a.script]}
      narrow
      noindex
    >
      <Form def={profile} state={s} action="#login" submit="パスワードを変更" guard={false}>
        <FieldRow def={profile} state={s} name="code" />
        <FieldRow def={profile} state={s} name="password" />
        <PasswordRules
          inputId="profile-password"
          rules={[
            { label: '8文字以上', minLength: 8 },
            { label: '英大文字・英小文字・数字・記号のうち3種類以上', minClasses: 3 },
            { label: '確認と同じ', sameAs: 'profile-again' },
          ]}
        />
        <FieldRow def={profile} state={s} name="again" />
      </Form>
    </PublicLayout>
  );
};

const publicList = (a: Assets) => (
  <PublicLayout
    product="ワクチンナビ"
    homeHref="#"
    title="港区の接種会場"
    css={a.css}
    scripts={[a.script]}
    nav={[
      { href: '#ja', label: 'やさしい日本語', lang: 'ja' },
      { href: '#en', label: 'English', lang: 'en' },
    ]}
    footer={<p>お問合せ先</p>}
  >
    {['芝公園病院', longName].map((name) => (
      <RecordCard
        key={name}
        title={name}
        href={`#${name}`}
        state={
          <StateLabel tone="success" icon="circle">
            予約可能
          </StateLabel>
        }
        actions={
          <>
            <LinkButton href="tel:0312345678" icon="phone">
              03-1234-5678
            </LinkButton>
            <LinkButton href="#web" variant="primary" newTab>
              予約サイト
            </LinkButton>
          </>
        }
        more={<p>受付時間 9:00〜17:00</p>}
      >
        <p>東京都港区芝公園1-1-1</p>
      </RecordCard>
    ))}
  </PublicLayout>
);

export const gallery = { home, edit, errors, question, report: reportPage, grid, list, view, done, login, publicList };

/** As many rows as there are municipalities; too many for the checks that look at every page. */
export const large = {
  country: (a: Assets) =>
    gridOf(
      a,
      [...Array(1741).keys()].map((i) => `市町村${i + 1}`),
      2,
    ),
};
