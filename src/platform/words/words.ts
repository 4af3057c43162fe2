/** The words of a module in every language: typed keys, ICU only where a message needs it. */
import { IntlMessageFormat } from 'intl-messageformat'

/** The languages the house speaks, complete. */
export const languages = ['en', 'pt', 'nl', 'de', 'sk'] as const
/** A language code of the house. */
export type Language = (typeof languages)[number]

/** Each language by its own name. */
export const languageNames: Record<Language, string> = {
  en: 'English',
  pt: 'Português',
  nl: 'Nederlands',
  de: 'Deutsch',
  sk: 'Slovenčina',
}

/** Whether a text names a language of the house. */
export const isLanguage = (text: unknown): text is Language => languages.includes(text as Language)

type Values = Record<string, string | number | Date>

/** Says a message; `maybe` takes a key that came as data, such as the reason of a refusal. */
export interface Say<Key extends string> {
  (key: Key, values?: Values): string
  maybe(key: string, values?: Values): string
}

type SameKeys<Words> = { readonly [Key in keyof Words]: string }

/** Binds a module's five word files; the English one decides the keys. Formatters are made once, when first needed. */
export const defineWords = <Words extends Record<string, string>>(sets: {
  en: Words
  pt: SameKeys<Words>
  nl: SameKeys<Words>
  de: SameKeys<Words>
  sk: SameKeys<Words>
}): ((lang: Language) => Say<keyof Words & string>) => {
  const said = new Map<Language, Say<keyof Words & string>>()
  return (lang) => {
    const known = said.get(lang)
    if (known) return known
    const words: Record<string, string> = sets[lang]
    const formats = new Map<string, IntlMessageFormat>()
    const maybe = (key: string, values?: Values): string => {
      const message = words[key]
      if (message === undefined) throw new Error(`No words for “${key}”`)
      if (!message.includes('{')) return message
      const format = formats.get(key) ?? new IntlMessageFormat(message, lang, undefined, { ignoreTag: true })
      formats.set(key, format)
      return String(format.format(values))
    }
    const say = Object.assign((key: keyof Words & string, values?: Values) => maybe(key, values), { maybe })
    said.set(lang, say)
    return say
  }
}
