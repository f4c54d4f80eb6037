import { formatInstant } from '../../kernel/calendar.ts';
import { Button, DataTable, formId, Notice, Section, StateLabel } from '../../ui/index.ts';
import { claimForm } from './claim.form.ts';
import { type Output, type OutputName, outputs, reasonAgainst } from './claim-outputs.ts';
import { isOutdated, lastPrinting } from './claim-printings.ts';
import type { OwnRoute } from './claim-rules.ts';
import type { ClaimPage } from './load-claim-page.service.ts';

const advice: Readonly<Record<NonNullable<OwnRoute> | 'unknown', string>> = {
  kokuhoren:
    'は、同一市内にお住まいの方分も国保連に請求することになっています。「同一市内にお住まいの方分を含む」請求総括書を出力してください。',
  direct:
    'は、同一市内にお住まいの方分を直接市町村に請求することになっています。「同一市内にお住まいの方分を含まない」請求総括書を出力してください。',
  unknown: 'の請求ルールは、まだ登録されていません。',
};

/** M5.2-7 to M5.2-9, M5.2-11: what can be put out, which one to use, and what was put out already. */
export const OutputsSection = ({ page }: { readonly page: ClaimPage }) => (
  <Section title="請求書の出力" id="outputs">
    {page.venue.representativeName === '' && <NoRepresentative />}
    <Section title="請求総括書" level={3}>
      <ul>
        <li>
          医療機関所在地と同一市町村にお住まいの方分の請求も国保連請求を行うことになっている場合は、「同一市内にお住まいの方分を含む」を出力してください。
        </li>
        <li>
          医療機関所在地と同一市町村にお住まいの方分は直接市町村に請求し、それ以外の方分のみ国保連請求する場合は、「同一市内にお住まいの方分を含まない」を出力してください。
        </li>
        <li>
          <strong>
            {page.own.name}
            {advice[page.ownRoute ?? 'unknown']}
          </strong>
        </li>
        <li>どちらの請求ルールか不明な場合は、市町村にお尋ねください。</li>
      </ul>
      <OutputTable page={page} caption="請求総括書の出力" names={['summary-all', 'summary-others']} />
    </Section>
    <Section title="市区町村別請求書" level={3}>
      <p>同一市内分の1ページと、入力したそれ以外の市町村1つにつき1ページを出力します。</p>
      <OutputTable page={page} caption="市区町村別請求書の出力" names={['with', 'without']} />
    </Section>
    <p>
      印刷の設定、提出先、編綴方法は<a href={`/claims/${page.month}/printing`}>印刷と編綴の方法</a>をご覧ください。
    </p>
  </Section>
);

const NoRepresentative = () => (
  <Notice kind="warning" title="「代表者名」が登録されていません">
    <p>
      請求書の代表者氏名の欄は空欄で出力されます。印刷してから手書きで記入するか、
      <a href="/venue">「この医療機関の情報を見る」</a>
      から「代表者名」を登録（申請）してください。市町村が承認すると、請求書に印字されます。
    </p>
  </Notice>
);

type OutputTableProps = {
  readonly page: ClaimPage;
  readonly caption: string;
  readonly names: readonly OutputName[];
};

const OutputTable = ({ page, caption, names }: OutputTableProps) => (
  <DataTable
    caption={caption}
    captionHidden
    stack
    rowHeader={null}
    rows={outputs.filter(({ name }) => names.includes(name))}
    rowKey={({ name }) => name}
    columns={[
      { key: 'output', label: '出力', cell: (output) => <OutputCell page={page} output={output} /> },
      { key: 'last', label: '最後の出力', cell: ({ name }) => <LastCell page={page} name={name} /> },
      {
        key: 'preview',
        label: '確認',
        cell: ({ name, title }) =>
          reasonAgainst(name, page.claim) ? (
            '—'
          ) : (
            <a href={`/claims/${page.month}/preview/${name}`} aria-label={`画面で確認 ${title}`}>
              画面で確認
            </a>
          ),
      },
    ]}
  />
);

const OutputCell = ({ page, output }: { readonly page: ClaimPage; readonly output: Output }) => {
  const against = reasonAgainst(output.name, page.claim);
  if (against)
    return (
      <>
        {output.label}
        <br />
        <strong>出力できません：</strong>
        {against}
      </>
    );
  return (
    <Button
      icon="print"
      form={formId(claimForm)}
      formAction={`/claims/${page.month}/output`}
      name="output"
      value={output.name}
    >
      {output.label}
    </Button>
  );
};

const LastCell = ({ page, name }: { readonly page: ClaimPage; readonly name: OutputName }) => {
  const last = lastPrinting(page.printings, name, page.month);
  if (!last) return <>—</>;
  return (
    <>
      {isOutdated(last, page.claim?.version ?? 0) && (
        <>
          <StateLabel tone="warning">再出力が必要です（出力後に訂正）</StateLabel>
          <br />
        </>
      )}
      {formatInstant(last.at)} {last.by}さん（第{last.version}版）
    </>
  );
};
