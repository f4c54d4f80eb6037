import type { FormState } from '../../kernel/form.ts';
import type { Banner, Screen, View } from '../../platform/http/index.ts';
import { errorReportForm } from './error-report.form.ts';
import { faults } from './error-report.ts';
import { NaviPage, type Site } from './frame.page.tsx';
import { at, type Language } from './languages.ts';
import { areaName, municipalityName } from './place-names.ts';
import type { PublicVenue } from './public-venue.ts';
import { faultWord } from './report-words.ts';
import { nameIn } from './venue-facts.page.tsx';
import { say, type WordKey } from './words.ts';

export type ErrorReportData = { readonly venue: PublicVenue; readonly language: Language; readonly publicUrl: string };

const siteOf = ({ publicUrl }: ErrorReportData, { demo }: Screen, css: string, banners: readonly Banner[]): Site => ({
  publicUrl,
  demo,
  css,
  banners,
});

/** What went wrong with the form as a whole, in the language of the page. */
const summaryOf = (state: FormState): WordKey | null =>
  state.summary === undefined ? null : Object.keys(state.errors).length > 0 ? 'reportCheck' : 'reportTooMany';

/** The form that tells a municipality of an error on a venue's page. */
export const errorReportPage = (data: ErrorReportData, screen: Screen): View => {
  const { venue, language } = data;
  const state = screen.form(errorReportForm);
  const title = say(language, 'reportTitle');
  const path = `/venues/${venue.code}`;
  return {
    title,
    body: null,
    document: (css, banners) => (
      <NaviPage
        site={siteOf(data, screen, css, banners)}
        language={language}
        path={`${path}/report`}
        title={title}
        crumbs={[
          { label: municipalityName(language, venue.municipalityCode), path: `/${venue.municipalityCode}` },
          { label: nameIn({ venue, language }).text, path },
        ]}
        noindex
      >
        <ReportForm data={data} state={state} />
      </NaviPage>
    ),
  };
};

const ReportForm = ({
  data: { venue, language },
  state,
}: {
  readonly data: ErrorReportData;
  readonly state: FormState;
}) => {
  const summary = summaryOf(state);
  const wrong = { fault: state.errors.fault !== undefined, note: state.errors.note !== undefined };
  const place = areaName(language, venue.municipalityCode);
  return (
    <form class="navi-form" method="post" action={at(language, `/venues/${venue.code}/report`)} noValidate>
      {summary && (
        <div class="notice notice-error" role="alert">
          <p class="notice-body">{say(language, summary)}</p>
        </div>
      )}
      <p>{say(language, 'reportLead', { name: nameIn({ venue, language }).text, place })}</p>
      <fieldset aria-describedby={wrong.fault ? 'fault-error' : undefined}>
        <legend>{say(language, 'reportFault')}</legend>
        {wrong.fault && (
          <p class="field-error" id="fault-error">
            ＊{say(language, 'reportChoose')}
          </p>
        )}
        {faults.map((fault) => (
          <p class="navi-check" key={fault}>
            <input
              type="radio"
              id={`fault-${fault}`}
              name="fault"
              value={fault}
              checked={state.values.fault === fault}
              aria-invalid={wrong.fault || undefined}
            />
            <label for={`fault-${fault}`}>{faultWord(language, fault)}</label>
          </p>
        ))}
      </fieldset>
      <div>
        <label class="field-label" for="note">
          {say(language, 'reportNote')}
        </label>
        <p class="hint" id="note-hint">
          {say(language, 'reportNoteHint')}
        </p>
        {wrong.note && (
          <p class="field-error" id="note-error">
            ＊{say(language, 'reportTooLong')}
          </p>
        )}
        <textarea
          id="note"
          name="note"
          class="input input-textarea"
          rows={4}
          aria-describedby={wrong.note ? 'note-hint note-error' : 'note-hint'}
          aria-invalid={wrong.note || undefined}
        >
          {state.values.note}
        </textarea>
      </div>
      <p>
        <button type="submit" class="button button-primary">
          {say(language, 'reportSend')}
        </button>
      </p>
    </form>
  );
};

/** 「お知らせいただき、ありがとうございました」. */
export const errorReportDonePage = (data: ErrorReportData, screen: Screen): View => {
  const { venue, language } = data;
  const title = say(language, 'reportDone');
  const place = areaName(language, venue.municipalityCode);
  return {
    title,
    body: null,
    document: (css, banners) => (
      <NaviPage
        site={siteOf(data, screen, css, banners)}
        language={language}
        path={`/venues/${venue.code}/report/done`}
        title={title}
        noindex
      >
        <p class="lead">{say(language, 'reportDoneText', { place })}</p>
        <p>
          <a class="button button-secondary" href={at(language, `/${venue.municipalityCode}`)}>
            {say(language, 'backToList', { place })}
          </a>
        </p>
      </NaviPage>
    ),
  };
};
