import { formatInstant } from '../../kernel/calendar.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import { DescriptionList, FieldRow, Form, Notice, Section, StateLabel } from '../../ui/index.ts';
import { approveForm, sendBackForm, withdrawForm } from './application.form.ts';
import { stateNames, stateTones } from './applications.states.ts';
import { type Application, type Revision, subjectPath } from './applications.ts';
import { typistText } from './applications-of.page.tsx';
import { ChangeTable } from './change-table.page.tsx';

export type ApplicationPageData = {
  readonly application: Application;
  readonly revisions: readonly Revision[];
  readonly mayDecide: boolean;
  readonly mayWithdraw: boolean;
  readonly justDone: boolean;
};

type Props = { readonly data: ApplicationPageData; readonly screen: Screen };

const Decide = ({ data: { application }, screen }: Props) => {
  const path = `/applications/${application.id}`;
  const approve = screen.form(approveForm, {}, application.version);
  const back = screen.form(sendBackForm, {}, application.version);
  return (
    <>
      <Section title="承認" lead="承認すると、変更後の内容がすぐに登録されます。">
        <Form
          def={approveForm}
          state={{ ...approve, version: application.version }}
          action={`${path}/approve`}
          submit="承認"
        >
          {null}
        </Form>
      </Section>
      <Section title="差戻し" lead="内容に誤りがあるときは、理由を書いて差し戻します。登録内容は変わりません。">
        <Form def={sendBackForm} state={{ ...back, version: application.version }} action={`${path}/return`}>
          <FieldRow def={sendBackForm} state={back} name="reason" />
          <button type="submit" class="button button-secondary">
            <span>差戻し</span>
          </button>
        </Form>
      </Section>
    </>
  );
};

const Withdraw = ({ data: { application }, screen }: Props) => (
  <Section title="取下げ" lead="市町村が承認する前なら、申請を取り下げることができます。">
    <Form
      def={withdrawForm}
      state={screen.form(withdrawForm, {}, application.version)}
      action={`/applications/${application.id}/withdraw`}
      secondary={
        <button type="submit" class="button button-danger">
          <span>取下げ</span>
        </button>
      }
    >
      {null}
    </Form>
  </Section>
);

const Earlier = ({ revisions }: { readonly revisions: readonly Revision[] }) => (
  <Section title="これまでの版">
    {revisions.map(({ revision, at, typist, changes }) => (
      <Section
        level={3}
        title={`第${revision}版`}
        key={revision}
        lead={`${formatInstant(at)} ${typist.orgName} ${typist.userName}`}
      >
        <ChangeTable changes={changes} caption={`第${revision}版で変更する項目`} from="このときの登録内容" />
      </Section>
    ))}
  </Section>
);

const decisionItems = ({ decision, state }: Application) =>
  decision
    ? [
        { label: `${stateNames[state]}の日時`, value: formatInstant(decision.at) },
        { label: `${stateNames[state]}にした人`, value: `${decision.orgName} ${decision.userName}` },
        ...(decision.reason ? [{ label: '理由', value: decision.reason }] : []),
      ]
    : [];

/** 「申請 [名称]」: what is asked for, by whom, and what became of it. */
export const applicationPage = (data: ApplicationPageData, screen: Screen): View => {
  const { application, revisions } = data;
  const own = screen.actor?.org.id === application.orgId;
  const subject = own ? '/venue' : subjectPath(application.subject);
  return {
    title: `申請 ${application.orgName}`,
    breadcrumbs: [
      { label: 'ホーム', href: '/' },
      own
        ? { label: `医療機関・接種会場 ${application.orgName}`, href: '/venue' }
        : { label: '申請', href: '/applications' },
      { label: `申請 ${application.orgName}` },
    ],
    body: (
      <>
        {data.justDone && (
          <Notice kind="success" title={`「${stateNames[application.state]}」にしました。`} live>
            <p>{own ? '市町村' : application.orgName}にお知らせしました。</p>
          </Notice>
        )}
        <DescriptionList
          items={[
            { label: '医療機関・接種会場', value: <a href={subject}>{application.orgName}</a> },
            {
              label: '状態',
              value: <StateLabel tone={stateTones[application.state]}>{stateNames[application.state]}</StateLabel>,
            },
            { label: '申請日時', value: formatInstant(application.changedAt) },
            { label: '申請した人', value: typistText(application) },
            ...(application.revision > 1 ? [{ label: '版', value: `第${application.revision}版` }] : []),
            ...decisionItems(application),
          ]}
        />
        <Section title="変更の内容">
          <ChangeTable
            changes={application.changes}
            from={application.state === 'open' ? '現在の登録内容' : '申請したときの登録内容'}
          />
        </Section>
        {data.mayDecide && <Decide data={data} screen={screen} />}
        {data.mayWithdraw && <Withdraw data={data} screen={screen} />}
        {revisions.length > 1 && <Earlier revisions={revisions.slice(1)} />}
      </>
    ),
  };
};
