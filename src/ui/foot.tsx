/** The foot of every page: languages, reading settings, accessibility, help. */
import type { Language } from '../platform/words/words.ts'
import { words } from './words.ts'

/** A language to change to: by a link, or by a form when the choice is kept. */
export interface LanguageChoice {
  readonly code: string
  readonly name: string
  readonly href?: string
  readonly form?: { readonly action: string; readonly fields?: Readonly<Record<string, string>> }
}

const Choice = ({ choice, current }: { choice: LanguageChoice; current: boolean }) => {
  if (current) {
    return (
      <span lang={choice.code} aria-current="true">
        {choice.name}
      </span>
    )
  }
  if (choice.form) {
    return (
      <form method="post" action={choice.form.action} data-turbo="false">
        {Object.entries(choice.form.fields ?? {}).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <button class="plain" type="submit" name="lang" value={choice.code} lang={choice.code}>
          {choice.name}
        </button>
      </form>
    )
  }
  return (
    <a href={choice.href} lang={choice.code} hreflang={choice.code} data-turbo="false">
      {choice.name}
    </a>
  )
}

/** Stands at the same place everywhere. */
export const Foot = (props: {
  lang: Language
  languages: readonly LanguageChoice[]
  help: string
  settings?: string
  statement?: string
}) => {
  const t = words(props.lang)
  return (
    <footer class="foot">
      <div>
        <nav aria-label={t('about-this-site')}>
          <ul class="about">
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
          </ul>
        </nav>
        <nav aria-label={t('language')}>
          <ul class="tongues">
            {props.languages.map((choice) => (
              <li key={choice.code}>
                <Choice choice={choice} current={choice.code === props.lang} />
              </li>
            ))}
          </ul>
        </nav>
      </div>
    </footer>
  )
}
