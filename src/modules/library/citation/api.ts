/** For programs: an entry as it is cited, formatted and in the shapes that reference managers read. */
import { z } from 'zod'
import { absolute, found } from '../../../platform/api/answer.ts'
import { problem } from '../../../platform/api/problem.ts'
import { ApiTable } from '../../../platform/api/table.ts'
import { languages } from '../../../platform/words/words.ts'
import type { Visit } from '../../people/contract.ts'
import { anyone, notFound } from '../../people/public.ts'
import { isGone } from '../gone.ts'
import { entryBySlug, makersOf, sourcesOf } from '../store.ts'
import { apiUrls, urls } from '../urls.ts'
import { shown, sourceItems } from './cited.ts'
import { writeFile } from './file.ts'
import { formatted } from './formatter.ts'
import { itemOf } from './item.ts'
import { plainOf } from './pieces.ts'
import { styles } from './style.ts'

const csl = z.record(z.string(), z.unknown())

const citation = z
  .object({
    style: z.enum(styles).meta({ example: 'apa' }),
    text: z.string().meta({
      description: 'The citation in that style, as one line of plain text.',
      example: 'Ciranda contributors. (2026, November 24). Not knowing [Version 1]. Ciranda.',
    }),
    bibtex: z.string().meta({ example: '@misc{not-knowing,\n  title = {Not knowing},\n}\n' }),
    ris: z.string().meta({ example: 'TY  - ELEC\r\nTI  - Not knowing\r\nER  - \r\n' }),
    csl: csl.meta({ description: 'CSL-JSON.', example: { id: 'not-knowing', type: 'webpage', title: 'Not knowing' } }),
    sources: z.array(csl).meta({ description: 'The references the entry leans on, as CSL-JSON.', example: [] }),
    url: z.url(),
  })
  .meta({ id: 'Citation', description: 'An entry as it is cited: a reference as itself, anything else as a page.' })

export const citationApi = new ApiTable<Visit>({
  noun: 'citations',
  about: 'How an entry of the library is cited. What is public needs no token; stories of your communities do.',
}).get(
  apiUrls.citation,
  anyone,
  'read',
  {
    id: 'citeEntry',
    says: 'Cites one entry, in a style and in the shapes that reference managers read.',
    params: z.object({ slug: z.string().min(1).max(200).meta({ example: 'not-knowing' }) }),
    query: z.strictObject({
      style: z.enum(styles).default('apa').meta({ description: 'The style of `text`.', example: 'apa' }),
      language: z.enum(languages).optional().meta({ description: 'The language of the entry’s text.', example: 'en' }),
    }),
    answer: citation,
    refusals: { gone: 'gone' },
  },
  async (c, { params: { slug }, query: { style, language } }) => {
    const { house, scope, reader, settings } = c.var
    const [[entry], makers, sources] = await house.db.read(
      scope,
      entryBySlug(scope, slug, language ?? reader.lang),
      makersOf(scope, slug),
      sourcesOf(scope, slug),
    )
    if (!entry) return notFound(c)
    if (isGone(entry)) return problem(c, 'gone')
    const address = absolute(c, urls.entry({ slug }))
    const item = itemOf(entry, makers, { lang: reader.lang, site: settings.siteName, address })
    const [pieces = []] = await formatted(shown([item], reader.lang), reader.lang, style)
    return found({
      style,
      text: plainOf(pieces),
      bibtex: writeFile('bib', [item]),
      ris: writeFile('ris', [item]),
      csl: { ...item },
      sources: sourceItems(sources).map((source) => ({ ...source })),
      url: absolute(c, urls.citation({ slug })),
    })
  },
)
