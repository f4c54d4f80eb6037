import { Icon, NewTabMark } from '../../ui/index.ts';

export type ThumbnailProps = {
  readonly href: string;
  /** What is previewed. */
  readonly name: string;
  /** Address of a picture of its first page. */
  readonly cover?: string;
};

/** The first page of a document in small, which opens the preview; a drawn sheet where there is no picture of it. */
export const Thumbnail = ({ href, name, cover }: ThumbnailProps) => (
  <p class="thumbnail">
    <a href={href} target="_blank" rel="noopener">
      {cover ? (
        <img src={cover} alt="" width={240} height={340} />
      ) : (
        <span class="thumbnail-sheet" aria-hidden="true">
          <Icon name="file" size={32} />
          <span>{name}</span>
        </span>
      )}
      <span class="thumbnail-words">
        {name}のプレビュー
        <NewTabMark />
      </span>
    </a>
  </p>
);
