/** A section of plain text: paragraphs, or a list. */
export type Passage = { readonly heading: string; readonly lines: readonly string[]; readonly list?: boolean };

/** Pages of text, such as the accessibility statement. */
export const Prose = ({ passages }: { readonly passages: readonly Passage[] }) => (
  <div class="prose">
    {passages.map(({ heading, lines, list }) => (
      <section key={heading}>
        <h2>{heading}</h2>
        {list ? (
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        ) : (
          lines.map((line) => <p key={line}>{line}</p>)
        )}
      </section>
    ))}
  </div>
);
