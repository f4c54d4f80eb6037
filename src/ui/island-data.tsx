export type IslandDataProps = { readonly id: string; readonly value: unknown };

/** Values for an island, as text that no browser runs; JSON with every < escaped cannot end the element. */
export const IslandData = ({ id, value }: IslandDataProps) => (
  <script
    type="application/json"
    id={id}
    dangerouslySetInnerHTML={{ __html: JSON.stringify(value).replaceAll('<', '\\u003c') }}
  />
);
