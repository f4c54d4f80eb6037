import type { Screen, View } from '../../platform/http/index.ts';
import { Columns, MenuButtons, Notice, Section } from '../../ui/index.ts';
import { type BookingStatus, BookingStatusPanel } from '../booking-status/index.ts';
import { type Cycle, CycleSteps, cycleTitle } from '../cycles/index.ts';
import { type Missing, MissingPanel, missingTitles } from '../demands/index.ts';
import { type Notice as News, NewsPanel } from '../notices/index.ts';
import { SupportButtons } from '../support/index.ts';
import type { MenuItem } from './home.ts';

export type HomeData = {
  /** What waits for this office, first of all. */
  readonly waiting: readonly MenuItem[] | null;
  readonly menu: readonly MenuItem[];
  readonly news: readonly News[];
  readonly bookingStatus: BookingStatus | null;
  readonly warnings: readonly {
    readonly title: string;
    readonly text: string;
    readonly link?: { readonly href: string; readonly label: string };
  }[];
  readonly cycle: Cycle | null;
  /** Offices: who under them is missing (S3). */
  readonly missing: Missing | null;
};

const namesOnHome = 5;

/** 「ホーム」 (M1.5-1). */
export const homePage = (data: HomeData, screen: Screen): View => ({
  title: 'ホーム',
  wide: true,
  body: (
    <>
      {data.warnings.map((warning) => (
        <Notice kind="warning" title={warning.title} key={warning.title}>
          <p>{warning.text}</p>
          {warning.link && (
            <p>
              <a href={warning.link.href}>{warning.link.label}</a>
            </p>
          )}
        </Notice>
      ))}
      {data.waiting && (
        <Section title="対応が必要なこと">
          {data.waiting.length > 0 ? (
            <MenuButtons name="waiting" items={data.waiting} />
          ) : (
            <p>いま対応が必要なことはありません。</p>
          )}
        </Section>
      )}
      {data.cycle && (
        <Section title={cycleTitle(data.cycle)} actions={<a href={`/cycles/${data.cycle.id}`}>クールの予定を見る</a>}>
          <CycleSteps cycle={data.cycle} now={screen.now} />
        </Section>
      )}
      {data.missing && data.missing.entries.length > 0 && (
        <Section title={missingTitles[data.missing.level]}>
          <MissingPanel missing={data.missing} screen={screen} most={namesOnHome} />
        </Section>
      )}
      <Columns ratio="main-side">
        <Section title="メニュー">
          <MenuButtons name="menu" items={data.menu} />
        </Section>
        <NewsPanel notices={data.news} />
      </Columns>
      {data.bookingStatus && <BookingStatusPanel status={data.bookingStatus} screen={screen} />}
      {screen.may('support.inquire') && <SupportButtons />}
    </>
  ),
});
