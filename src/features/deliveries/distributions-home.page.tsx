import { type Day, formatDay } from '../../kernel/calendar.ts';
import type { View } from '../../platform/http/index.ts';
import { ButtonRow, DescriptionList, EmptyState, LinkButton, Notice, Section } from '../../ui/index.ts';
import { StateCell } from './cells.tsx';
import { amountText, type Distribution, itemName } from './distribution.ts';
import { cycleOf } from './rows.ts';

export type DistributionsHomeData = {
  /** Rows of the latest クール. */
  readonly latest: readonly Distribution[];
  /** What comes next, with its day; null: no day is known. */
  readonly next: { readonly day: Day; readonly rows: readonly Distribution[] } | null;
  readonly waiting: number;
};

/** 「ワクチン分配 ホーム」 (M1.10-1): what the tab opens. */
export const distributionsHomePage = ({ latest, next, waiting }: DistributionsHomeData): View => {
  const [first] = latest;
  return {
    title: 'ワクチン分配 ホーム',
    breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: 'ワクチン分配 ホーム' }],
    body: first ? (
      <>
        {waiting > 0 && (
          <Notice kind="warning" title={`受領確認を待っているものが${waiting}件あります`}>
            <p>
              <a href="/distributions">ワクチン分配の一覧で受領確認をする</a>
            </p>
          </Notice>
        )}
        <Section title="次の納入予定">
          {next ? (
            <DescriptionList
              items={[
                { label: '納入予定日', value: <strong>{formatDay(next.day)}</strong> },
                {
                  label: '納入されるもの',
                  value: next.rows.map((row) => (
                    <div key={row.id}>
                      {itemName(row)}　{amountText(row)}
                    </div>
                  )),
                },
              ]}
            />
          ) : (
            <p>これからの納入予定日は、まだ入力されていません。</p>
          )}
        </Section>
        <Section title={`最新の分配（${cycleOf(first)}）`}>
          <DescriptionList
            items={latest.map((row) => ({
              label: itemName(row),
              value: (
                <>
                  {amountText(row)}　<StateCell row={row} />
                </>
              ),
            }))}
          />
        </Section>
        <ButtonRow>
          <LinkButton href="/distributions" variant="primary">
            ワクチン分配の一覧
          </LinkButton>
          <LinkButton href="/stock">在庫</LinkButton>
        </ButtonRow>
      </>
    ) : (
      <EmptyState title="分配されたワクチンはまだありません。">
        <p>市町村が分配量を確定すると、メールとお知らせでお知らせします。</p>
      </EmptyState>
    ),
  };
};
