import { Icon, Notice } from '../../ui/index.ts';
import { Breakable, labelsOf } from '../applications/index.ts';
import type { VenueData } from './venue-data.ts';
import type { VenueFieldName } from './venue-fields.ts';
import { handledText, shownText } from './venue-values.ts';

type Props = { readonly data: VenueData; readonly field: VenueFieldName | 'handled' };

/** Beside a field that waits for approval: what holds now, and where the 申請 stands (M2.1-10-3). */
export const Pending = ({ data, field }: Props) => {
  const { venue, choices, base } = data;
  const now =
    field === 'handled' ? handledText(venue.handled, choices.names) : shownText(field, venue.values, choices.names);
  return (
    <span class="hint">
      <Icon name="warning" size={16} /> 承認待ちです。現在の登録内容：
      <Breakable text={now || '（未入力）'} />　<a href={`${base}#applications`}>申請の表を見る</a>
    </span>
  );
};

/** At the top of both pages while a 申請 waits. */
export const WaitingNotice = ({ data }: { readonly data: VenueData }) =>
  data.open && (
    <Notice kind="info" title="市町村の承認待ちの申請があります">
      <p>
        {labelsOf(data.open.changes)}
        は、承認されるまで変わりません。承認が不要な項目は、いまでも更新できます。
        <a href={`${data.base}#applications`}>申請の表を見る</a>
      </p>
    </Notice>
  );

/** S18: who types for whom, said before anything is typed. */
export const ProxyNotice = ({ data }: { readonly data: VenueData }) =>
  data.proxy && (
    <Notice kind="warning" title={`${data.venue.values.name}に代わって入力します（代行入力）`}>
      <p>
        入力した人と内容が記録され、医療機関・接種会場にお知らせが届きます。
        {data.approver
          ? '市町村が入力した内容は、申請なしですぐに登録されます。'
          : '下線の項目は、市町村の承認後に変更されます。'}
      </p>
    </Notice>
  );
