import { Icon } from '../../ui/index.ts';
import { at, japaneseIn, type Language } from './languages.ts';
import type { PublicVaccine } from './public-venue.ts';
import { vaccineInEnglish } from './vaccine-words.ts';
import { type Filter, isFiltered } from './venue-list.ts';
import { say } from './words.ts';

export type SearchFormProps = {
  readonly language: Language;
  /** Where the answer is: the list itself, or the search of the whole country. */
  readonly path: string;
  readonly filter: Filter;
  readonly vaccines: readonly PublicVaccine[];
  /** Above a list: less room for words. */
  readonly short?: boolean;
};

/** Keyword and conditions. A plain form: everything stands in the address. */
export const SearchForm = ({ language, path, filter, vaccines, short }: SearchFormProps) => {
  const narrowed = filter.bookable || filter.anyone || filter.vaccine !== '';
  return (
    <search>
      <form class="navi-search" action={at(language, path)} method="get">
        <div>
          <label for="q">{say(language, 'keyword')}</label>
          {!short && (
            <p class="hint" id="q-hint">
              {say(language, 'keywordHint')}
            </p>
          )}
          <div class="navi-search-line">
            <input
              id="q"
              name="q"
              type="search"
              class="input"
              value={filter.q}
              maxLength={100}
              aria-describedby={short ? undefined : 'q-hint'}
            />
            <button type="submit" class="button button-primary">
              <Icon name="search" />
              <span>{say(language, 'search')}</span>
            </button>
          </div>
        </div>
        <details class="unfold" open={narrowed}>
          <summary>{say(language, 'narrow')}</summary>
          <div class="navi-conditions">
            <Check name="bookable" label={say(language, 'onlyBookable')} on={filter.bookable} />
            <Check name="anyone" label={say(language, 'onlyAnyone')} on={filter.anyone} />
            <p>
              <label for="vaccine">{say(language, 'vaccine')}</label>
              <select id="vaccine" name="vaccine" class="input input-choice">
                <option value="">{say(language, 'allVaccines')}</option>
                {vaccines.map(({ code, name }) => {
                  const english = language === 'en' ? vaccineInEnglish(code) : null;
                  return (
                    <option
                      value={code}
                      selected={code === filter.vaccine}
                      lang={english ? undefined : japaneseIn(language)}
                      key={code}
                    >
                      {english ?? name}
                    </option>
                  );
                })}
              </select>
            </p>
            <p class="button-row">
              <button type="submit" class="button button-secondary">
                {say(language, 'apply')}
              </button>
              {isFiltered(filter) && (
                <a class="button button-text" href={at(language, path)}>
                  {say(language, 'clear')}
                </a>
              )}
            </p>
          </div>
        </details>
      </form>
    </search>
  );
};

const Check = ({ name, label, on }: { readonly name: string; readonly label: string; readonly on: boolean }) => (
  <p class="navi-check">
    <input type="checkbox" id={name} name={name} value="1" checked={on} />
    <label for={name}>{label}</label>
  </p>
);
