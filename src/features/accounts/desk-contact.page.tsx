import { DescriptionList } from '../../ui/index.ts';
import type { DeskContact } from './users.store.ts';

/** How the service desk is reached by someone who cannot log in. */
export const DeskContactList = ({ contact }: { readonly contact: DeskContact | null }) => {
  const ways = [
    { label: 'メールアドレス', value: contact?.email ?? '' },
    { label: '電話番号', value: contact?.phone ?? '' },
  ].filter(({ value }) => value !== '');
  return ways.length > 0 ? (
    <DescriptionList items={[{ label: '連絡先', value: contact?.name }, ...ways]} />
  ) : (
    <p>V-SYSサービスデスクの連絡先は、ご利用を案内した都道府県または市町村にお問い合わせください。</p>
  );
};

/** What the desk needs to know, so that it need not ask back. */
export const NeededForReset = ({ request }: { readonly request: string }) => (
  <>
    <p>次のことをお知らせください。「医療機関コード」の書き漏れにご注意ください。</p>
    <ul>
      <li>依頼事項：{request}</li>
      <li>氏名 漢字（ふりがな）</li>
      <li>電話番号</li>
      <li>メールアドレス</li>
      <li>ユーザ名</li>
      <li>医療機関コード（医療機関・接種会場の方）</li>
      <li>医療機関名</li>
    </ul>
  </>
);
