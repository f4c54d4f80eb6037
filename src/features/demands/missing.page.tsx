import type { Screen, View } from '../../platform/http/index.ts';
import { EmptyState, LinkButton, Notice } from '../../ui/index.ts';
import type { Missing } from './missing.ts';
import { MissingPanel, missingTitles } from './missing-panel.page.tsx';

export type MissingData = {
  readonly missing: Missing | null;
  /** Reminded just now, and reminded earlier today. */
  readonly told: number | undefined;
  readonly before: number | undefined;
};

/** Everybody who is missing (S3). */
export const missingPage = ({ missing, told, before = 0 }: MissingData, screen: Screen): View => {
  const title = missing ? missingTitles[missing.level] : '納入希望量の未入力';
  return {
    title,
    wide: true,
    breadcrumbs: [
      { label: 'ホーム', href: '/' },
      { label: '納入希望量の確認', href: missing ? `/demands?cycle=${missing.cycle.id}` : '/demands' },
      { label: title },
    ],
    body: (
      <>
        {told !== undefined && <Told told={told} before={before} />}
        {missing && missing.entries.length > 0 ? (
          <MissingPanel missing={missing} screen={screen} />
        ) : (
          <EmptyState title="未入力・未確定はありません。">
            <p>登録期間が始まったクールで足りないものがあると、ここに名前が表示されます。</p>
          </EmptyState>
        )}
        <p>
          <LinkButton href="/">ホームへ戻る</LinkButton>
        </p>
      </>
    ),
  };
};

const Told = ({ told, before }: { readonly told: number; readonly before: number }) => (
  <Notice
    kind={told > 0 ? 'success' : 'info'}
    live
    title={
      told > 0
        ? `${told.toLocaleString('ja-JP')}件に、お知らせとメールを送りました。`
        : '今日はすでにお知らせしているため、送りませんでした。'
    }
  >
    {told > 0 && before > 0 && <p>今日すでにお知らせしている{before.toLocaleString('ja-JP')}件には送っていません。</p>}
  </Notice>
);
