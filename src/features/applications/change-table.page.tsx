import { DataTable } from '../../ui/index.ts';
import type { FieldChange } from './applications.ts';
import { Breakable } from './breakable.page.tsx';

const Text = ({ value }: { readonly value: string }) => <>{value === '' ? '（未入力）' : <Breakable text={value} />}</>;

type Props = { readonly changes: readonly FieldChange[]; readonly caption?: string; readonly from?: string };

/** What a 申請 would change, field by field. */
export const ChangeTable = ({ changes, caption = '変更する項目', from = '現在の登録内容' }: Props) => (
  <DataTable
    caption={caption}
    captionHidden
    stack
    rows={changes}
    rowKey={({ field }) => field}
    columns={[
      { key: 'label', label: '項目' },
      { key: 'fromText', label: from, cell: (row) => <Text value={row.fromText} /> },
      {
        key: 'toText',
        label: '申請の内容',
        cell: (row) => (
          <strong>
            <Text value={row.toText} />
          </strong>
        ),
      },
    ]}
  />
);

/** The same in a few lines, for a cell of a list. */
export const ChangeLines = ({ changes }: { readonly changes: readonly FieldChange[] }) => (
  <>
    {changes.map(({ field, label, fromText, toText }) => (
      <div key={field}>
        {label}：<Text value={fromText} /> →{' '}
        <strong>
          <Text value={toText} />
        </strong>
      </div>
    ))}
  </>
);
