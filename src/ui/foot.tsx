/** The foot of every page: languages, reading settings, accessibility, your data, help. */
import type { Language } from '../platform/words/words.ts'
import type { LabelledLink } from './places.ts'
import { words } from './words.ts'

/** The languages to change to, and the form that keeps the choice. */
export interface LanguageChoices {
  readonly action: string
  /** Where the reader is, to come back to. */
  readonly next: string
  readonly all: readonly { readonly code: string; readonly name: string }[]
}

const Tongues = ({ lang, choices }: { lang: Language; choices: LanguageChoices }) => (
  <form method="post" action={choices.action} data-turbo="false">
    <input type="hidden" name="next" value={choices.next} />
    <ul class="tongues">
      {choices.all.map(({ code, name }) => (
        <li key={code}>
          {code === lang ? (
            <span lang={code} aria-current="true">
              {name}
            </span>
          ) : (
            <button class="plain" type="submit" name="lang" value={code} lang={code}>
              {name}
            </button>
          )}
        </li>
      ))}
    </ul>
  </form>
)

/** Stands at the same place everywhere. */
export const Foot = (props: {
  lang: Language
  languages: LanguageChoices
  help: string
  settings?: string
  statement?: string
  privacy?: string | undefined
  ask?: LabelledLink | undefined
}) => {
  const t = words(props.lang)
  return (
    <footer class="foot">
      <div>
        <nav aria-label={t('about-this-site')}>
          <ul class="about">
            {props.ask ? (
              <li>
                <a href={props.ask.href}>{props.ask.label}</a>
              </li>
            ) : null}
            <li>
              <a href={props.help}>{t('help')}</a>
            </li>
            {props.settings ? (
              <li>
                <a href={props.settings}>{t('reading-settings')}</a>
              </li>
            ) : null}
            {props.statement ? (
              <li>
                <a href={props.statement}>{t('accessibility')}</a>
              </li>
            ) : null}
            {props.privacy ? (
              <li>
                <a href={props.privacy}>{t('privacy')}</a>
              </li>
            ) : null}
          </ul>
        </nav>
        <nav aria-label={t('language')}>
          <Tongues lang={props.lang} choices={props.languages} />
        </nav>
      </div>
    </footer>
  )
}
