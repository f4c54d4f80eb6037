import { LinkButton, Section } from '../../ui/index.ts';
import { type ArticleFile, isPdf, isVideo, sizeWords } from './article-files.ts';
import { Thumbnail } from './thumbnail.page.tsx';

const href = ({ id }: ArticleFile): string => `/knowledge/files/${id}`;

const Pdf = ({ file }: { readonly file: ArticleFile }) => (
  <>
    <p>
      <LinkButton href={`${href(file)}?download=1`} variant="primary" icon="download" download>
        ダウンロード pdf
      </LinkButton>
      <span class="unit">（{sizeWords(file.size)}）</span>
    </p>
    <Thumbnail href={href(file)} name={file.name} />
  </>
);

const Video = ({ file }: { readonly file: ArticleFile }) => (
  <>
    {/* biome-ignore lint/a11y/useMediaCaption: the desk uploads the video as one file; the article's text says the same */}
    <video controls preload="metadata" src={href(file)} aria-label={file.name} />
    <p>
      <a href={`${href(file)}?download=1`} download>
        動画をダウンロード（{sizeWords(file.size)}）
      </a>
    </p>
  </>
);

/** The PDFs and videos of an article with preview and download (M6.3-1); pictures stand in its text. */
export const Attachments = ({ files }: { readonly files: readonly ArticleFile[] }) => (
  <>
    {files
      .filter((file) => isPdf(file) || isVideo(file))
      .map((file) => (
        <Section key={file.id} title={file.name}>
          {isPdf(file) ? <Pdf file={file} /> : <Video file={file} />}
        </Section>
      ))}
  </>
);
