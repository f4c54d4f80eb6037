import { MenuButtons, Section } from '../../ui/index.ts';

/** The two support buttons at the bottom of 「ホーム」 (MC-1, MC-2). */
export const SupportButtons = () => (
  <Section title="お問合せ" actions={<a href="/support/contact">V-SYSに関するお問合せ先</a>}>
    <MenuButtons
      name="support"
      items={[
        { href: '/support/chat', icon: 'help', label: '24時間対応！質問はこちらへ AI自動応答チャットボット' },
        { href: '/support/inquiries/new', icon: 'mail', label: '解決しない場合はこちらへ 問い合わせフォーム' },
      ]}
    />
    <p>
      <a href="/support/inquiries">お問い合わせの状況</a>
    </p>
  </Section>
);
