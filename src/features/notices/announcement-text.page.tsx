import { StateLabel } from '../../ui/index.ts';
import { shownPeriod } from './announcement-words.ts';
import type { Announcement } from './announcements.ts';

const address = /(https?:\/\/[^\s<>"、。）」]+)/;

/** Text with its addresses as links. */
const Line = ({ text }: { readonly text: string }) => (
  <>
    {text.split(address).map((part, i) =>
      i % 2 === 1 ? (
        <a href={part} key={`${i}:${part}`}>
          {part}
        </a>
      ) : (
        part
      ),
    )}
  </>
);

/** Several lines of text as they were typed: an empty line begins a paragraph. */
const Paragraphs = ({ text }: { readonly text: string }) => (
  <>
    {text.split(/\n{2,}/).map((paragraph, i) => (
      <p key={`${i}:${paragraph}`}>
        {paragraph.split('\n').map((line, j) => (
          <>
            {j > 0 && <br />}
            <Line text={line} />
          </>
        ))}
      </p>
    ))}
  </>
);

/** An お知らせ as its audience reads it; also the preview. */
export const AnnouncementBody = ({ announcement }: { readonly announcement: Announcement }) => (
  <>
    <p class="news-meta">
      {announcement.importance === 'important' && <StateLabel tone="warning">重要</StateLabel>}
      <span>{announcement.orgName}からのお知らせ</span>
      <span>掲載期間 {shownPeriod(announcement)}</span>
    </p>
    <Paragraphs text={announcement.body} />
  </>
);
