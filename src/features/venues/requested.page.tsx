import type { View } from '../../platform/http/index.ts';
import { Done } from '../../ui/index.ts';
import { changeLines } from '../applications/index.ts';
import type { VenueData } from './venue-data.ts';

export type RequestedData = VenueData & { readonly what: 'opened' | 'revised' | 'withdrawn' };

const messages = {
  opened: '市町村に承認を申請しました。',
  revised: '申請の内容を変更し、市町村に改めて承認を申請しました。',
  withdrawn: '申請を取り下げました。',
} as const;

/** 「申請完了」 (M2.1-10-1). */
export const requestedPage = ({ what, open, base }: RequestedData): View => ({
  title: what === 'withdrawn' ? '取下げ完了' : '申請完了',
  body: (
    <Done message={messages[what]} links={[{ href: `${base}#applications`, label: 'OK' }]}>
      {open && what !== 'withdrawn' && (
        <>
          <p>市町村に承認依頼のメールを送りました。承認されると、次の項目が変更されます。</p>
          {changeLines(open.changes).map((line) => (
            <p key={line}>{line}</p>
          ))}
        </>
      )}
      <p>市町村の承認が不要な項目は、保存しました。</p>
    </Done>
  ),
});
