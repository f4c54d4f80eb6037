export type Tile = {
  readonly key: string;
  /** Place on the map, counted from 0 at the top left. */
  readonly column: number;
  readonly row: number;
  readonly href: string;
  /** What is read out: the whole name, and the figure where there is one. */
  readonly label: string;
  /** The short name, as it fits into the square; without a figure it may have two lines. */
  readonly name: string;
  /** A figure under the name. */
  readonly figure?: string;
  /** How deep the square is coloured, 1 to 5; none is hatched: not known. */
  readonly depth?: 1 | 2 | 3 | 4 | 5;
};

export type TileMapProps = {
  readonly title: string;
  readonly columns: number;
  readonly rows: number;
  readonly tiles: readonly Tile[];
};

const side = 100;

const sizeOf = (name: string): number =>
  name.length > 7 ? 17 : name.length > 5 ? 21 : name.length > 3 ? 24 : name.length > 2 ? 27 : 34;
const longest = (lines: readonly string[]): string => lines.reduce((a, b) => (b.length > a.length ? b : a));

const Name = ({ tile: { column, row, name, figure } }: { readonly tile: Tile }) => {
  const lines = name.split('\n');
  const size = Math.min(sizeOf(longest(lines)), figure === undefined ? 34 : 27);
  const middle = row * side + (figure === undefined ? side / 2 : side * 0.36);
  return (
    <g>
      {lines.map((line, i) => (
        <text
          x={column * side + side / 2}
          y={middle + (i - (lines.length - 1) / 2) * size * 1.2}
          text-anchor="middle"
          dominant-baseline="central"
          font-size={size}
          key={line}
        >
          {line}
        </text>
      ))}
    </g>
  );
};

/** One square an area, about where it lies; each is a link. Colours come by class from the page's style sheet. */
export const TileMap = ({ title, columns, rows, tiles }: TileMapProps) => (
  <svg class="tile-map" viewBox={`0 0 ${columns * side} ${rows * side}`}>
    <title>{title}</title>
    {tiles.map((tile) => {
      const { key, column, row, href, label, figure, depth } = tile;
      return (
        <a href={href} aria-label={label} class={depth ? `tile tile-${depth}` : 'tile'} key={key}>
          <rect x={column * side + 3} y={row * side + 3} width={side - 6} height={side - 6} rx="10" />
          <Name tile={tile} />
          {figure !== undefined && (
            <text
              x={column * side + side / 2}
              y={row * side + side * 0.7}
              text-anchor="middle"
              dominant-baseline="central"
              font-size={24}
            >
              {figure}
            </text>
          )}
        </a>
      );
    })}
  </svg>
);
