// Whether two words of a text are forms of one word, well enough to mark what was found; the index has better stemmers.
import type { SearchLanguage } from './language.ts'
import { slovakStem } from './slovak.ts'

const endings: Record<Exclude<SearchLanguage, 'sk' | 'und'>, RegExp> = {
  en: /(ational|ations?|ingly|edly|ments?|ness|ings?|ies|ied|ers?|est|ed|es|ly|s|e|y)$/,
  pt: /(amentos?|imentos?|amente|mente|idades?|acao|acoes|coes|cao|sao|soes|avam|aram|ando|endo|indo|adas?|ados?|idas?|idos?|oes|ais|eis|iva|ivo|ava|am|em|ar|er|ir|ou|as|os|es|a|o|e|s)$/,
  nl: /(heden|heid|ingen|ing|lijke?|eren|ende?|en|de|te|je|er|es|e|s|t|n)$/,
  de: /(ungen|ung|heiten|heit|keiten|keit|lichen?|lich|ische[nrs]?|isch|enden?|ern|est|en|em|er|es|ten|tet|test|te|st|e|n|s|t)$/,
}

/** A short form that most inflections of a folded word share. Pure; for marking only. */
export function roughStem(word: string, language: SearchLanguage): string {
  if (language === 'sk') return slovakStem(word)
  if (language === 'und') return word
  const ending = endings[language].exec(word)?.[0] ?? ''
  return word.length - ending.length >= 3 ? word.slice(0, word.length - ending.length) : word
}
