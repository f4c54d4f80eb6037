import type { View } from '../../platform/http/index.ts';
import { LinkButton, Meter, Notice } from '../../ui/index.ts';
import type { DoneCounts, ImportState } from './imports.store.ts';
import { type DoneData, donePage } from './sheet.page.tsx';

export type ProgressData = Omit<DoneData, 'counts'> & {
  readonly place: string;
  readonly importId: number;
  readonly kept: { readonly state: ImportState; readonly counts: DoneCounts | null; readonly reason: string };
  readonly now: { readonly done: number; readonly total: number } | null;
};

const n = (count: number): string => count.toLocaleString('ja-JP');

/** How far the taking over of a long file is; when it is over, what was registered. */
export const progressPage = ({ kept, place, importId, now, ...data }: ProgressData): View => {
  if (kept.state === 'done' && kept.counts) return donePage({ ...data, counts: kept.counts });
  const failed = kept.state === 'failed';
  const title = failed ? '登録できませんでした' : '登録しています';
  return {
    title,
    breadcrumbs: [...data.head.crumbs, { label: title }],
    islands: failed ? [] : ['sheet-progress'],
    body: failed ? (
      <>
        <Notice kind="error" title="何も登録されていません。">
          <p>{kept.reason}</p>
        </Notice>
        <p>
          <LinkButton href={place} variant="primary">
            ファイルを選び直す
          </LinkButton>
        </p>
      </>
    ) : (
      <>
        <p class="lead">
          「{data.head.name}」を登録しています。この画面を閉じても、登録は続きます。数十秒かかることがあります。
        </p>
        <div id="sheet-progress" class="progress">
          {now ? (
            <Meter
              label="登録の進み具合"
              value={now.done}
              max={now.total}
              text={`${n(now.done)} / ${n(now.total)} 行`}
            />
          ) : (
            <p>ファイルの内容をもう一度確認しています。</p>
          )}
        </div>
        <p>
          <LinkButton href={`${place}/${importId}/progress`}>最新の状態を見る</LinkButton>
        </p>
      </>
    ),
  };
};
