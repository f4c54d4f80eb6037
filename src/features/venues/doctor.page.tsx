import type { RawInput } from '../../kernel/form.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import { Button, FieldRow, Form, LinkButton, Notice, Section } from '../../ui/index.ts';
import { doctorForm, removeDoctorForm } from './doctor.form.ts';
import type { DoctorRecord } from './doctors.store.ts';

export type DoctorPageData = {
  /** null: a new one. */
  readonly doctor: DoctorRecord | null;
  readonly makers: readonly { readonly id: number; readonly name: string }[];
  readonly venueName: string;
  readonly base: string;
  readonly proxy: boolean;
  /** The doctor that was just saved by 「保存＆新規」. */
  readonly savedName?: string;
};

const texts = (doctor: DoctorRecord | null): RawInput =>
  doctor
    ? {
        name: doctor.name,
        kana: doctor.kana,
        phone: doctor.phone,
        email: doctor.email,
        makers: doctor.makers.map(String),
      }
    : {};

/** 「医師情報の編集 新規医師情報」「医師情報の編集 [医師名]」 (M2.2-1, M2.3-1). */
export const doctorPage = (data: DoctorPageData, screen: Screen): View => {
  const { doctor, makers, base } = data;
  const state = screen.form(doctorForm, texts(doctor), doctor?.version);
  const title = `医師情報の編集 ${doctor?.name ?? '新規医師情報'}`;
  const def = doctorForm;
  return {
    title,
    breadcrumbs: [
      { label: 'ホーム', href: '/' },
      ...(data.proxy ? [{ label: '医療機関・接種会場', href: '/venues' }] : []),
      { label: `医療機関・接種会場 ${data.venueName}`, href: base },
      { label: title },
    ],
    body: (
      <>
        {data.savedName && (
          <Notice kind="success" title={`${data.savedName}の医師情報を保存しました。`} live>
            <p>続けて、次の医師情報を入力できます。</p>
          </Notice>
        )}
        {data.proxy && (
          <Notice kind="warning" title={`${data.venueName}に代わって入力します（代行入力）`}>
            <p>入力した人と内容が記録され、医療機関・接種会場にお知らせが届きます。</p>
          </Notice>
        )}
        <Form
          def={def}
          state={state}
          action={doctor ? `${base}/doctors/${doctor.id}` : `${base}/doctors/new`}
          submit="保存"
          secondary={
            <>
              <Button name="_then" value="new">
                保存＆新規
              </Button>
              <LinkButton href={`${base}#doctors`}>キャンセル</LinkButton>
            </>
          }
        >
          <Section title="情報">
            <FieldRow def={def} state={state} name="name" />
            <FieldRow def={def} state={state} name="kana" />
            <FieldRow def={def} state={state} name="phone" />
            <FieldRow def={def} state={state} name="email" />
          </Section>
          <Section title="取扱ワクチン（医師個人）">
            <FieldRow
              def={def}
              state={state}
              name="makers"
              options={makers.map(({ id, name }) => ({ value: String(id), label: name }))}
            />
          </Section>
        </Form>
        {doctor && (
          <Section title="一覧から外す" lead="退職などで接種を行わなくなった医師を、医師情報の一覧から外します。">
            <Form
              def={removeDoctorForm}
              state={screen.form(removeDoctorForm, {}, doctor.version)}
              action={`${base}/doctors/${doctor.id}/remove`}
              guard={false}
            >
              <Button variant="danger">一覧から外す</Button>
            </Form>
          </Section>
        )}
      </>
    ),
  };
};
