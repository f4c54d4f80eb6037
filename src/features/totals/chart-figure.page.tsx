type Props = { readonly src: string; readonly alt: string; readonly caption?: string };

/** A box that scrolls must be reachable by keyboard. */
const reachable = { tabIndex: 0 };

/** A picture of figures; the table with the same figures stands under it. */
export const ChartFigure = ({ src, alt, caption }: Props) => (
  <figure class="chart">
    {/* biome-ignore lint/a11y/useSemanticElements: a group and no landmark, which the section around it already is */}
    <div class="chart-box" role="group" aria-label={caption ?? 'グラフ'} {...reachable}>
      <img src={src} alt={alt} loading="lazy" />
    </div>
    {caption && <figcaption>{caption}</figcaption>}
  </figure>
);
