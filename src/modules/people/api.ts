/** For programs: the person a token belongs to, and the token itself. */
import type { Context } from 'hono'
import { z } from 'zod'
import { absolute, found } from '../../platform/api/answer.ts'
import { ApiTable } from '../../platform/api/table.ts'
import { isLanguage, languages } from '../../platform/words/words.ts'
import { signedIn } from './access.ts'
import { saveMe } from './actions.ts'
import type { Visit } from './contract.ts'
import { meForm } from './schemas.ts'
import { myself } from './store.ts'
import { rights } from './token/token.ts'
import { apiUrls, urls } from './urls.ts'
import { words } from './words.ts'

const me = z
  .object({
    id: z.int().meta({ example: 7 }),
    name: z.string().meta({ description: 'As others see it.', example: 'Rita Vale' }),
    language: z.enum(languages).meta({ description: 'The language this person reads in.', example: 'pt' }),
    rights: z.array(z.enum(rights)).meta({ description: 'What this token may do.', example: ['read', 'write'] }),
    url: z.url(),
  })
  .meta({ id: 'Me', description: 'The person this token belongs to.' })

const shown = async (c: Context<Visit>): Promise<z.input<typeof me> | undefined> => {
  const { house, scope } = c.var
  const [[row]] = await house.db.read(scope, myself(scope))
  if (!row) return undefined
  const { id, name, language } = row
  return {
    id,
    name,
    language: isLanguage(language) ? language : 'en',
    rights: [...(c.get('program')?.rights ?? [])],
    url: absolute(c, urls.me()),
  }
}

export const api = [
  new ApiTable<Visit>({
    noun: 'me',
    about: 'The person you ask for. A token never reaches more than its person.',
    words,
  })
    .get(
      apiUrls.me,
      signedIn,
      'read',
      { id: 'getMe', says: 'Shows whose token this is and what it may do.', answer: me },
      async (c) => {
        const person = await shown(c)
        if (!person) throw new Error('A token belongs to nobody')
        return found(person)
      },
    )
    .patch(
      apiUrls.me,
      signedIn,
      'write',
      {
        id: 'changeMe',
        says: 'Changes the name others see, or the language this person reads in.',
        body: z
          .strictObject({ name: meForm.shape.name.optional(), language: meForm.shape.language.optional() })
          .meta({ example: { language: 'pt' } }),
        answer: me,
        current: shown,
      },
      async (c, { body }, current) => {
        const saved = await saveMe(c.var.house, c.var.scope, {
          name: body.name ?? current.name,
          language: body.language ?? current.language,
        })
        if (!saved.ok) return saved
        return found((await shown(c)) ?? current)
      },
    ),
]
