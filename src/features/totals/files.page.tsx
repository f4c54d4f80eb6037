import { LinkButton } from '../../ui/index.ts';
import { hrefOf, type Scope } from './scope.ts';

type Props = { readonly scope: Scope; readonly table: 'parts' | 'days' | 'cells' | 'cycles'; readonly title: string };

/** A table of the page as a file. */
export const Files = ({ scope, table, title }: Props) => (
  <>
    <LinkButton href={hrefOf(scope, `/totals/${table}.csv`)} size="small" icon="download" label={`${title} CSV`}>
      CSV
    </LinkButton>
    <LinkButton href={hrefOf(scope, `/totals/${table}.xlsx`)} size="small" icon="download" label={`${title} Excel`}>
      Excel
    </LinkButton>
  </>
);
