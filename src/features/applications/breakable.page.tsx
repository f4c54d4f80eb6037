import { Fragment } from 'preact';

/** Text that may be broken after the marks of an address, where there is little room. */
export const Breakable = ({ text }: { readonly text: string }) => (
  <>
    {text.split(/(?<=[/@.\-_?&=])/).map((part, i) => (
      <Fragment key={`${i}${part}`}>
        {i > 0 && <wbr />}
        {part}
      </Fragment>
    ))}
  </>
);
