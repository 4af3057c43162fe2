/** The verb `search` finds what a visitor, or a person, would find on the page. */
import { type FoundPage, findEverything, type SearchKind, searchAsked, searchKinds } from '../modules/home/public.ts'
import { eyesOf, visitorScope } from '../modules/people/public.ts'
import { isLanguage, type Language, languages } from '../platform/words/words.ts'
import { usual, usualHelp, withDatabase } from './database.ts'
import { linesTo, print } from './printed.ts'
import { inEnglish } from './refused.ts'
import { houseOver, siteAddress } from './site.ts'
import { typed } from './typed.ts'
import { CommandFailed, Misused, type Verb } from './verb.ts'

const options = {
  ...usual,
  as: { type: 'string' },
  lang: { type: 'string' },
  kind: { type: 'string', multiple: true },
  page: { type: 'string' },
} as const

export const searchVerb: Verb = {
  name: 'search',
  help: `ciranda search WORDS [options]

Finds what the search page finds: words, "a phrase". Words after a minus must not be there; they come after two
hyphens: ciranda search -- reading -poem. Without --as it is what every visitor may find.

  --as ADDRESS       with the eyes of the person who has this e-mail address
  --lang CODE        the language of whoever reads: ${languages.join(', ')} (that of the person, or of the site)
  --kind KIND        only this kind, may be given several times: ${searchKinds.join(', ')}
  --page NUMBER      the page of twenty (1)
${usualHelp}`,
  run: async (args, terminal) => {
    const { values, positionals } = typed('search', args, options)
    const asked = searchAsked(
      new URLSearchParams([
        ['q', positionals.join(' ')],
        ['page', values.page ?? '1'],
        ...kindsOf(values.kind).map((kind) => ['kind', kind]),
      ]),
    )
    if (asked.q === '') throw new Misused('Say what to look for: ciranda search reading aloud')
    if (String(asked.page) !== (values.page ?? '1'))
      throw new Misused(`--page takes a number from 1 to 999, and ${values.page} is not.`)
    const lang = languageOf(values.lang)
    const found = await withDatabase(values.data, linesTo(terminal), async ({ db }) => {
      // Every room is read for it, which no other command needs.
      const { addressBookOf } = await import('../app.ts')
      const house = houseOver(db)
      const { language: usualLanguage } = await house.settings.current()
      const eyes =
        values.as === undefined ? { scope: visitorScope, language: usualLanguage } : await eyesOf(db, values.as)
      if (!eyes) throw new CommandFailed(inEnglish('signIn.unknown'))
      const reads = lang ?? (isLanguage(eyes.language) ? eyes.language : usualLanguage)
      return findEverything(house, addressBookOf(house), eyes.scope, reads, asked)
    })
    const { url } = siteAddress()
    const things = found.found.map(({ kind, title, language, href, excerpt }) => {
      return { kind, title, language, url: url + href, excerpt: excerpt.map(({ text }) => text).join('') }
    })
    print(terminal, values.json, { total: found.total, page: asked.page, pages: found.pages, found: things }, () =>
      written(found, things, asked.page),
    )
  },
}

const written = (
  { total, pages }: FoundPage,
  things: readonly { kind: string; title: string; url: string; excerpt: string }[],
  page: number,
): string => {
  if (things.length === 0) return 'Nothing was found.\n'
  const each = things.map(({ kind, title, url, excerpt }) =>
    [`${title}  (${kind})`, ...(excerpt ? [`  ${excerpt}`] : []), `  ${url}`].join('\n'),
  )
  return `${each.join('\n\n')}\n\n${total} found${pages > 1 ? `, page ${page} of ${pages}` : ''}\n`
}

const kindsOf = (kinds: readonly string[] = []): SearchKind[] =>
  kinds.map((kind) => {
    const known = searchKinds.find((each) => each === kind)
    if (!known) throw new Misused(`The kind ${kind} is not one of ${searchKinds.join(', ')}.`)
    return known
  })

const languageOf = (text: string | undefined): Language | undefined => {
  if (text === undefined || isLanguage(text)) return text
  throw new Misused(`The language ${text} is not one of ${languages.join(', ')}.`)
}
