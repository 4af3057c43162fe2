/** The styles one may choose, made light: a whole style costs citeproc seconds and a hundred megabytes in each language. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../../platform/root.ts'
import type { Language } from '../../../platform/words/words.ts'

/** The styles that come with citation-js; the first is the house's own. */
export const styles = ['apa', 'harvard', 'vancouver'] as const
/** A style of citing. */
export type Style = (typeof styles)[number]

/** Whether a text names a style. */
export const isStyle = (text: unknown): text is Style => styles.includes(text as Style)

/** Each style by the name people know it by; names are the same in every language. */
export const styleNames: Record<Style, string> = { apa: 'APA 7', harvard: 'Harvard', vancouver: 'Vancouver' }

/** What citation-js calls each style. */
export const templateOf: Record<Style, string> = { apa: 'apa', harvard: 'harvard1', vancouver: 'vancouver' }

/** The locale of each language of the house. */
export const localeOf: Record<Language, string> = { en: 'en-US', pt: 'pt-PT', nl: 'nl-NL', de: 'de-DE', sk: 'sk-SK' }

const locales = join(projectRoot, 'src', 'modules', 'library', 'citation', 'locales')

/** The two locales that citation-js does not bring, as CSL's XML. */
export const addedLocales = (): Record<string, string> => ({
  'pt-PT': readFileSync(join(locales, 'pt-pt.xml'), 'utf8'),
  'sk-SK': readFileSync(join(locales, 'sk-sk.xml'), 'utf8'),
})

const dayFirst: Partial<Record<Language, string>> = {
  pt: ' de ',
  nl: ' ',
  de: '. ',
  sk: '. ',
}

/**
 * A style without what a list of references never uses: marks in the text, the order of the list (ours), and APA's
 * second way to the same layout. Outside English the day stands before the month. What is written stays the same.
 */
export const lightened = (xml: string, lang: Language): string => {
  const between = dayFirst[lang]
  const light = xml
    .replace(/<citation[ >].*?<\/citation>/s, '<citation><layout><text variable="title"/></layout></citation>')
    .replace(/<sort>.*?<\/sort>/gs, '')
    .replace(
      /<layout><choose><if[^>]*><text macro="bibliography"\/><\/if>.*?<\/choose><\/layout>/s,
      '<layout><text macro="bibliography"/></layout>',
    )
    // “Retrieved” is said only where somebody knows when.
    .replace(
      /(<text term="retrieved" text-case="capitalize-first"\/>)(<group delimiter=", "><date form="text" variable="accessed"\/>.*?<\/group>)/s,
      '<choose><if variable="accessed"><group delimiter=" ">$1$2</group></if></choose>',
    )
    .replace(/(?=<macro )/, readFileSync(join(locales, 'ours.xml'), 'utf8').replace(/<!--.*?-->\s*/gs, ''))
  if (between === undefined) return light
  return light.replace(
    '<date-part name="month"/><date-part name="day" prefix=" "/>',
    `<date-part name="day" suffix="${between}"/><date-part name="month"/>`,
  )
}
