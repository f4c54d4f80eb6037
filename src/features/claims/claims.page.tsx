import { addDays, formatDay, monthOf } from '../../kernel/calendar.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import { DescriptionList, Notice, Section } from '../../ui/index.ts';
import { claimDueDay, currentClaimMonth, monthName } from './claim-months.ts';

/** The page of chapter 5.2, as far as it goes: whose claim, of which month, due when. */
export const claimsPage = (venueName: string, { today }: Screen): View => {
  const month = currentClaimMonth(today);
  const doses = month === '2021-04' ? '2021年2月・3月' : monthName(monthOf(addDays(`${month}-01`, -1)));
  return {
    title: '国保連提出用請求総括書・市区町村別請求書の作成',
    breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: '国保連提出用請求総括書・市区町村別請求書の作成' }],
    body: (
      <>
        <Section title="次の請求">
          <DescriptionList
            items={[
              { label: '対象医療機関・接種会場', value: venueName },
              { label: '請求月', value: monthName(month) },
              {
                label: '対象となる接種',
                value: `${doses}に実施した接種（それより前の接種で未請求のもの、返戻されたものを含めることができます）`,
              },
              {
                label: '提出期限',
                value: `${formatDay(claimDueDay(month))}（毎月10日。土日祝日にあたるときは次の平日）`,
              },
            ]}
          />
        </Section>
        <Notice kind="info" title="請求書の作成について">
          <p>
            V-SYSでの請求書の作成は準備中です。始まるまでは、市町村または国保連が配布する様式を使って請求してください。
          </p>
        </Notice>
      </>
    ),
  };
};
