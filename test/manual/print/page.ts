/** A manual as an HTML page: no inline style and no script, so that the strict Content-Security-Policy holds. */
import {
  anchorOf,
  type Chapter,
  type Edition,
  heading,
  type Manual,
  type Section,
  type Step,
  sectionHeading,
  type Table,
} from '../model.ts';
import { inHtml } from '../tools/html.ts';
import type { Taken } from '../tools/walk.ts';

/** The pictures of a manual by the anchor of their section. */
export type Pictures = ReadonlyMap<string, readonly Taken[]>;

const lines = (texts: readonly string[] | undefined, one: (text: string) => string): string =>
  (texts ?? []).map(one).join('\n');
const paragraph = (text: string): string => `<p>${inHtml(text)}</p>`;
const note = (text: string): string => `<p class="note">✽ ${inHtml(text)}</p>`;
const important = (text: string): string => `<p class="important"><b>重要</b>${inHtml(text)}</p>`;
const afterwards = (text: string): string => `<p class="afterwards">${inHtml(text)}</p>`;

/** A table with the name of the heading `of`, or with its own. */
const table = (shown: Table | undefined, name: { readonly of: string } | { readonly caption: string }): string => {
  if (!shown) return '';
  const head = shown.head.map((cell) => `<th scope="col">${inHtml(cell)}</th>`).join('');
  const rows = shown.rows.map(
    (row) =>
      `<tr>${row.map((cell, at) => (at === 0 ? `<th scope="row">${inHtml(cell)}</th>` : `<td>${inHtml(cell)}</td>`)).join('')}</tr>`,
  );
  const [labelled, caption] =
    'of' in name ? [` aria-labelledby="${name.of}"`, ''] : ['', `<caption>${inHtml(name.caption)}</caption>`];
  return `<table${labelled}>${caption}<thead><tr>${head}</tr></thead><tbody>${rows.join('\n')}</tbody></table>`;
};

/** Wider than this, px, a picture takes the whole line. */
const narrow = 1000;

const altOf = ({ page, labels }: Taken, title: string): string =>
  `${page ? `「${page}」の画面。` : ''}赤い枠と番号${labels.join('、')}が、「${title}」の場所を示しています。`;
const picture = (taken: Taken, title: string): string =>
  `<figure${taken.width > narrow ? ' class="wide"' : ''}><img src="pictures/${taken.file}" width="${taken.width}" height="${taken.height}" loading="lazy" alt="${inHtml(altOf(taken, title))}"></figure>`;

const parts = (step: Step, number: number, taken: readonly Taken[]): string => {
  if (!step.parts) return '';
  const items = step.parts.map((part, at) => {
    const pictures = taken.filter(({ after }) => after === at).map((each) => picture(each, step.title));
    return `<li class="part"><p><b>${part.label ?? `${number}-${at + 1}`}</b><span>${inHtml(part.text)}</span></p>
${lines(part.notes, note)}${lines(part.important, important)}${pictures.join('\n')}</li>`;
  });
  return `<ol class="parts">${items.join('\n')}</ol>`;
};

const shownPage = (shows: string | undefined): string =>
  shows ? afterwards(`「${shows}」${shows.endsWith('画面') ? '' : '画面'}が表示されます。`) : '';

const stepHtml = (section: Section, step: Step, number: number, all: readonly Taken[]): string => {
  const taken = all.filter((each) => each.step === number);
  const whole = taken.filter(({ after }) => after === null).map((each) => picture(each, step.title));
  const alone = section.steps?.length === 1 && step.parts?.[0]?.label;
  const count = alone ? '' : `<span class="number">${number}</span>`;
  return `<li class="step" id="${anchorOf(section)}-${number}"><p class="what${alone ? ' plain' : ''}">${count}<span id="${anchorOf(section)}-${number}-what">${inHtml(step.title)}</span></p>
<div class="rest">${lines(step.notes, note)}${lines(step.important, important)}${table(step.table, { of: `${anchorOf(section)}-${number}-what` })}
${parts(step, number, taken)}${whole.join('\n')}${shownPage(step.shows)}${lines(step.afterwards, afterwards)}</div></li>`;
};

const endOf = (section: Section): string =>
  `「${sectionHeading(section)}」${section.title.endsWith('手順') ? '' : 'の手順'}はこれで終わりです。`;

const sectionHtml = (section: Section, taken: readonly Taken[]): string => {
  const steps = (section.steps ?? []).map((step, at) => stepHtml(section, step, at + 1, taken));
  const many = steps.length > 1;
  return `<section aria-labelledby="${anchorOf(section)}"><h3 id="${anchorOf(section)}">${inHtml(sectionHeading(section))}</h3>
${lines(section.lead, paragraph)}${lines(section.important, important)}${table(section.table, { of: anchorOf(section) })}
${steps.length > 0 ? `<ol class="steps">${steps.join('\n')}</ol>` : ''}${lines(section.end, paragraph)}
${many ? `<p class="end">${inHtml(endOf(section))}</p>` : ''}</section>`;
};

const chapterId = (at: number): string => `c-${at + 1}`;
const chapterHtml = (chapter: Chapter, at: number, pictures: Pictures): string =>
  `<section aria-labelledby="${chapterId(at)}"><h2 id="${chapterId(at)}">${inHtml(heading(chapter))}</h2>
${lines(chapter.lead, paragraph)}${lines(chapter.important, important)}${table(chapter.table, { caption: 'この章の作業' })}
${chapter.sections.map((section) => sectionHtml(section, pictures.get(anchorOf(section)) ?? [])).join('\n')}</section>`;

const kept =
  '章と節の番号は、すべてのマニュアルで共通です。本マニュアルでは使用しない章や節の番号は、欠番になっています。';
/** Is a number left out, of the chapters or of the sections of one? */
const gaps = (chapters: readonly Chapter[]): boolean => {
  const numbered = chapters.filter(({ number }) => number !== '');
  const sections = numbered.flatMap(({ sections: own }) =>
    own.map(({ id }, at) => id.split('.')[1] === String(at + 1)),
  );
  return sections.includes(false) || numbered.some(({ number }, at) => number !== String(at + 1));
};
const contents = (chapters: readonly Chapter[]): string => {
  const items = chapters.map((chapter, at) => {
    const inner = chapter.sections.map(
      (section) => `<li><a href="#${anchorOf(section)}">${inHtml(sectionHeading(section))}</a></li>`,
    );
    return `<li><a href="#${chapterId(at)}">${inHtml(heading(chapter))}</a><ol>${inner.join('\n')}</ol></li>`;
  });
  return `<nav class="contents" aria-labelledby="contents"><h2 id="contents">目次</h2><ol>${items.join('\n')}</ol>${gaps(chapters) ? note(kept) : ''}</nav>`;
};

const revisions = (editions: readonly Edition[]): string =>
  `<section class="revisions" aria-labelledby="revisions"><h2 id="revisions">改版履歴</h2>${table(
    {
      head: ['版数', '発行日', '改訂履歴'],
      rows: editions.map(({ edition, date, changes }) => [edition, date, changes.join('、')]),
    },
    { of: 'revisions' },
  )}<p>本マニュアルの画面は、実際の画面とは内容が異なる場合があります。</p></section>`;

export const manualName = ({ title }: Manual): string => `V-SYS操作マニュアル ${title}`;

export const manualPage = (manual: Manual, editions: readonly Edition[], pictures: Pictures): string => {
  const newest = editions.at(-1);
  // Breaks between its parts rather than inside a word.
  const title = `V-SYS操作マニュアル ${manual.title
    .split(/(?=（)/)
    .map((part) => `<span>${inHtml(part)}</span>`)
    .join('')}`;
  return `<!doctype html>
<html lang="ja">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${inHtml(manualName(manual))}</title>
<link rel="stylesheet" href="manual.css">
</head>
<body>
<a class="skip" href="#main">本文へ移動</a>
<div class="page">
<header class="cover"><p>ワクチン接種円滑化システム</p><h1>${title}</h1>
<p>${newest?.edition}　${newest?.date}発行</p><p class="download"><a href="manual.pdf">PDFで開く</a></p></header>
<main id="main">
${revisions(editions)}
${contents(manual.chapters)}
${manual.chapters.map((chapter, at) => chapterHtml(chapter, at, pictures)).join('\n')}
</main>
</div>
</body>
</html>
`;
};
