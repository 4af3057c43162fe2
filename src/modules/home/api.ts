/** For programs: searching over everything one hears. */
import { z } from 'zod'
import { absolute, page } from '../../platform/api/answer.ts'
import { paged, pageOf } from '../../platform/api/cursor.ts'
import { ApiTable } from '../../platform/api/table.ts'
import { languages } from '../../platform/words/words.ts'
import type { Visit } from '../people/contract.ts'
import { anyone } from '../people/public.ts'
import { searchKinds } from './asked-for.ts'
import { findEverything } from './finding.ts'
import { apiUrls } from './urls.ts'

const FARTHEST = 1000

const hit = z
  .object({
    kind: z.enum(searchKinds).meta({ example: 'challenge' }),
    title: z.string().meta({ example: 'How can everybody join in when we read aloud?' }),
    language: z.string().meta({ description: 'The language of the text that was found.', example: 'en' }),
    excerpt: z.string().meta({ example: '… when the class reads aloud …' }),
    url: z.url(),
  })
  .meta({ id: 'Found', description: 'Something that was found, and the address of its page.' })

export const api = [
  new ApiTable<Visit>({
    noun: 'search',
    about: 'One search over questions, contributions, stories and the library: everything you hear, and nothing else.',
  }).get(
    apiUrls.search,
    anyone,
    'read',
    {
      id: 'search',
      says: 'Finds things by words, the best first; typing mistakes are forgiven. At most a thousand are shown.',
      query: paged(z.tuple([z.int().min(0).max(FARTHEST)])).extend({
        q: z.string().trim().min(1).max(400).meta({ example: 'reading aloud' }),
        kind: z.enum(searchKinds).optional().meta({ description: 'Only things of this kind.' }),
        language: z.enum(languages).optional().meta({ description: 'Only texts in this language.' }),
      }),
      answer: pageOf(hit),
    },
    async (c, { query: { q, kind, language, limit, cursor } }) => {
      const { house, scope, reader, addressBook } = c.var
      const offset = cursor?.[0] ?? 0
      const { found, total } = await findEverything(
        house,
        addressBook,
        scope,
        reader.lang,
        { q, kinds: kind ? [kind] : [], language: language ?? '', page: 1 },
        { limit, offset },
      )
      return page(
        c,
        found,
        limit,
        (one) => ({
          kind: one.kind,
          title: one.title,
          language: one.language,
          excerpt: one.excerpt.map((piece) => piece.text).join(''),
          url: absolute(c, one.href),
        }),
        () => [offset + limit],
        offset + limit < Math.min(total, FARTHEST),
      )
    },
  ),
]
