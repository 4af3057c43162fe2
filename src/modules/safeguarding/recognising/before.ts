/** Before words go out: the doors ask here whether a child could be recognised, and what was answered is written down. */
import type { Context } from 'hono'
import { h } from 'preact'
import { z } from 'zod'
import type { Tx } from '../../../platform/db/database.ts'
import { type Fact, record } from '../../../platform/facts/record.ts'
import { type Typed, typedText } from '../../../platform/http/form.ts'
import { type Refusal, refuse } from '../../../platform/outcome.ts'
import type { Visit } from '../../people/contract.ts'
import { show } from '../../people/public.ts'
import { type NameAnswer, nameAnswers } from './asking.ts'
import { type AboutToSay, namesIn } from './looking-up.ts'
import { AskNamesPage } from './pages/ask-names.tsx'
import type { FoundName } from './recognisable.ts'
import { words } from './words.ts'

/** What was answered, as a form sends it; not yet, or back to the words, is no answer. */
export const namesField = z.enum(nameAnswers).optional().catch(undefined)

/** The same for programs. */
export const namesGiven = z.enum(nameAnswers).optional().meta({
  description:
    'Needed when the words hold what may be a child’s name, which is refused as `names.ask`: `others` stand there now, it is `nobody`’s, child and family `agreed`, or it is your `own` or your own child’s.',
})

const foundIn = async (c: Context<Visit>, said: AboutToSay): Promise<FoundName[]> => {
  const { house, scope, place } = c.var
  const names = namesIn(scope, place.id, said)
  if (!names) return []
  const [people] = await house.db.read(scope, names.query)
  return names.found(people)
}

/** The page that asks about names, with all that was typed; nothing where nothing is to be asked. */
export const askNames = async (
  c: Context<Visit>,
  said: Omit<AboutToSay, 'texts'> & { typed: Typed; fields: readonly string[] },
): Promise<Response | undefined> => {
  const texts = said.fields.map((field) => typedText(said.typed, field))
  const found = await foundIn(c, { ...said, texts })
  if (found.length === 0) return undefined
  const { house, reader } = c.var
  const { answer: _, circle: __, ...rest } = said
  return show(c, {
    title: words(reader.lang)('title'),
    status: 422,
    body: h(AskNamesPage, { ...rest, lang: reader.lang, action: c.req.path, once: house.secret(18), found }),
  })
}

/** Whether somebody went back from there to their words. */
export const wentBack = (typed: Typed): boolean => typed.names === 'back'

/** For programs: refuses until it is answered. */
export const namesRefused = async (c: Context<Visit>, said: AboutToSay): Promise<Refusal | undefined> =>
  (await foundIn(c, said)).length > 0 ? refuse('names.ask', 'names') : undefined

/** Writes down that names were left knowingly, and why: a verb, and never the name. */
export const noteNames = async (tx: Tx, fact: Omit<Fact, 'kind'>, answer: NameAnswer | undefined): Promise<void> => {
  if (answer && answer !== 'others') await record(tx, { ...fact, kind: `names.${answer}` })
}
