import { formatInstant } from '../../kernel/calendar.ts';
import type { Screen } from '../../platform/http/index.ts';
import { Button, type Column, DataTable, FieldRow, Form, LinkButton, StateLabel } from '../../ui/index.ts';
import { cycleTitle } from '../cycles/index.ts';
import { type Missing, type MissingEntry, type MissingLevel, remindedOn } from './missing.ts';
import { remindForm } from './remind.form.ts';

export const missingTitles: Readonly<Record<MissingLevel, string>> = {
  venues: '納入希望量が未入力の施設',
  municipalities: '納入希望量がそろっていない市町村',
  prefectures: '納入希望量がそろっていない都道府県',
};
const heads: Readonly<Record<MissingLevel, string>> = {
  venues: '施設',
  municipalities: '市町村',
  prefectures: '都道府県',
};

export type MissingPanelProps = {
  readonly missing: Missing;
  readonly screen: Screen;
  /** Names shown here; the rest stands on the page of its own. */
  readonly most?: number;
};

/** Who is missing, by name, with what an office can do about it: remind, or enter for them (S3). */
export const MissingPanel = ({ missing, screen, most = Number.POSITIVE_INFINITY }: MissingPanelProps) => {
  const { cycle, entries, level } = missing;
  const open = entries.filter((entry) => !remindedOn(entry, screen.today));
  const state = screen.form(remindForm, { cycle: String(cycle.id) });
  return (
    <>
      <p>
        {cycleTitle(cycle)}　登録締切 {formatInstant(cycle.registrationTo)}
      </p>
      <Form
        def={remindForm}
        state={state}
        action="/demands/remind"
        guard={false}
        secondary={
          open.length > 1 && (
            <Button>{`まだお知らせしていない${open.length.toLocaleString('ja-JP')}件にお知らせする`}</Button>
          )
        }
      >
        <FieldRow def={remindForm} state={state} name="cycle" />
        <DataTable
          caption={missingTitles[level]}
          captionHidden
          stack
          columns={columnsOf(missing, screen)}
          rows={entries.slice(0, most)}
          rowKey={({ orgId }) => String(orgId)}
        />
        {entries.length > most && (
          <p>
            <a href={`/demands/missing?cycle=${cycle.id}`}>{entries.length.toLocaleString('ja-JP')}件をすべて見る</a>
          </p>
        )}
      </Form>
    </>
  );
};

const columnsOf = ({ level, phase }: Missing, screen: Screen): Column<MissingEntry>[] => [
  {
    key: 'name',
    label: heads[level],
    cell: ({ name, code }) => (
      <>
        {name}
        {code && <span class="figure-note">{code}</span>}
      </>
    ),
  },
  {
    key: 'note',
    label: '状態',
    cell: ({ note }) => <StateLabel tone={phase === 'open' ? 'info' : 'warning'}>{note}</StateLabel>,
  },
  {
    key: 'reminded',
    label: '最後のお知らせ',
    nowrap: true,
    cell: ({ remindedAt }) => (remindedAt ? formatInstant(remindedAt) : 'まだ送っていません'),
  },
  {
    key: 'remind',
    label: 'お知らせ',
    nowrap: true,
    cell: (entry) =>
      remindedOn(entry, screen.today) ? (
        '今日は送信済み'
      ) : (
        <Button size="small" name="only" value={String(entry.orgId)} label={`${entry.name} お知らせする`}>
          お知らせする
        </Button>
      ),
  },
  {
    key: 'act',
    label: level === 'venues' ? '代わりの入力' : '内訳',
    nowrap: true,
    cell: ({ name, href }) => {
      const word = level === 'venues' ? '代わりに入力する' : '内訳を見る';
      return (
        <LinkButton href={href} size="small" label={`${name} ${word}`}>
          {word}
        </LinkButton>
      );
    },
  },
];
