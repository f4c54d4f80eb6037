import type { Month } from '../../kernel/calendar.ts';
import type { View } from '../../platform/http/index.ts';
import {
  type Block,
  type Mark,
  millimetres,
  pageHeight,
  pageWidth,
  qrBars,
  type Sheet,
} from '../../platform/pdf/index.ts';
import { Notice, Pager } from '../../ui/index.ts';
import { claimTitle } from './claim.page.tsx';
import type { Output } from './claim-outputs.ts';
import type { PaperPage } from './claim-paper.ts';

export type Preview = {
  readonly month: Month;
  readonly output: Output;
  readonly sheet: Sheet;
  readonly page: number;
  readonly pages: readonly PaperPage[];
};

/** A page of an output on screen, before it is put out. */
export const previewPage = ({ month, output, sheet, page, pages }: Preview): View => {
  const href = (n: number): string => `/claims/${month}/preview/${output.name}?page=${n}`;
  const name = pages[page - 1]?.residence?.name;
  return {
    title: output.title,
    help: '5.2',
    breadcrumbs: [
      { label: 'ホーム', href: '/' },
      { label: claimTitle, href: `/claims/${month}` },
      { label: output.title },
    ],
    body: (
      <>
        <Notice kind="info" title="画面での確認です。この画面は印刷しないでください。">
          <p>提出する請求書は、前の画面の「{output.label}」から出力してください。</p>
        </Notice>
        <Pager
          position={`${pages.length.toLocaleString('ja-JP')}ページ中 ${page}ページ目${name ? `　${name}` : ''}`}
          previousHref={page > 1 ? href(page - 1) : undefined}
          nextHref={page < pages.length ? href(page + 1) : undefined}
        />
        <div class="card">
          <svg
            viewBox={`0 0 ${pageWidth} ${pageHeight}`}
            width="100%"
            role="img"
            aria-label={spoken(sheet)}
            lang="ja"
            font-family="'BIZ UDGothic', 'Noto Sans JP', sans-serif"
          >
            <rect width={pageWidth} height={pageHeight} fill="#fff" />
            {sheet.flatMap((block, i) => block.marks.map((mark, j) => <Drawn mark={mark} key={`${i}-${j}`} />))}
          </svg>
        </div>
      </>
    ),
  };
};

const spoken = (sheet: Sheet): string =>
  sheet
    .filter(({ role }) => role !== 'Artifact')
    .map(textOf)
    .join('。');

const textOf = ({ marks, spoken: said }: Block): string =>
  said ?? marks.flatMap((mark) => ('text' in mark && mark.kind !== 'qr' ? [mark.text] : [])).join(' ');

const anchors = { start: 'start', center: 'middle', end: 'end' } as const;
const gray = (level = 0): string => {
  const value = Math.round(level * 255);
  return `rgb(${value},${value},${value})`;
};

const Drawn = ({ mark }: { readonly mark: Mark }) => {
  switch (mark.kind) {
    case 'text':
      return (
        <text
          x={mark.x}
          y={mark.y}
          font-size={millimetres(mark.size)}
          text-anchor={anchors[mark.align ?? 'start']}
          fill="#000"
        >
          {mark.text}
        </text>
      );
    case 'boxed':
      return (
        <text
          x={[...mark.text].map((_, i) => mark.x + mark.pitch * (i + 0.5)).join(' ')}
          y={mark.y}
          font-size={millimetres(mark.size)}
          text-anchor="middle"
          fill="#000"
        >
          {mark.text}
        </text>
      );
    case 'line':
      return (
        <line x1={mark.x1} y1={mark.y1} x2={mark.x2} y2={mark.y2} stroke={gray(mark.gray)} stroke-width={mark.width} />
      );
    case 'area':
      return <rect x={mark.x} y={mark.y} width={mark.w} height={mark.h} fill={gray(mark.gray)} />;
    case 'qr':
      return (
        <path
          d={qrBars(mark.text)
            .map(
              ({ x, y, w, h }) =>
                `M${mark.x + x * mark.size} ${mark.y + y * mark.size}h${w * mark.size}v${h * mark.size}h${-w * mark.size}z`,
            )
            .join('')}
          fill="#000"
        />
      );
  }
};
