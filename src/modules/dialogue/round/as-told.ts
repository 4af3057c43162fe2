/** What programs are told of a round: its shape, and the round as the asking person may see it now. */
import type { Context } from 'hono'
import { z } from 'zod'
import { absolute, found } from '../../../platform/api/answer.ts'
import type { Outcome } from '../../../platform/outcome.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound } from '../../people/public.ts'
import { here, number } from '../api/threads.ts'
import { sayForm } from '../forms.ts'
import { contributionsOfRound } from '../store/contributions.ts'
import type { Round } from './round.ts'
import { heardIn, roundById } from './store.ts'
import { hidings, orders, ways } from './turns.ts'
import { urls } from './urls.ts'

export const round = z
  .object({
    id: z.int().meta({ example: 2 }),
    thread: z.int().meta({ description: 'The conversation.', example: 12 }),
    question: z.string().meta({ example: 'What surprised you?' }),
    language: z.string().meta({ example: 'en' }),
    hidden: z.enum(hidings).meta({ description: 'Until when answers are hidden: until your own, or until all open.' }),
    order: z.enum(orders).meta({ example: 'free' }),
    circle: z.int().meta({ description: 'Which circle on the question it is.', example: 1 }),
    follows: z.int().nullable().meta({ example: null }),
    seats: z.int().meta({ description: 'Places in the circle.', example: 8 }),
    mine: z.enum(ways).nullable().meta({ description: 'What you did with your turn.', example: 'later' }),
    seen: z.int().meta({ description: 'The version of your own turn; 0 for none.', example: 0 }),
    silent: z.int().nullable().meta({ description: 'How many places are silent: for who guides the round.' }),
    openedAt: z.iso.datetime().nullable().meta({ description: 'When its answers opened; null while it is held.' }),
    endsAt: z.iso.datetime().nullable(),
    eyes: z
      .string()
      .nullable()
      .meta({ description: 'With whose eyes it is seen: a perspective round.', example: null }),
    harvest: z.string().meta({ description: 'What the group takes along, as Markdown.', example: '' }),
    harvestSeen: z.int().meta({ description: 'The version of the harvest; 0 for none.', example: 0 }),
    them: z
      .object({
        question: z.string().meta({ example: 'What would you have wished for?' }),
        state: z.enum(['open', 'answered', 'declined']),
        ask: z.int().nullable().meta({ description: 'The question to a person here, where it concerns you.' }),
        answerHtml: z.string(),
        seen: z.int().meta({ description: 'The version of question and answer.', example: 1 }),
      })
      .nullable()
      .meta({ description: 'The question to the person with whose eyes it was seen; null until one is put.' }),
    url: z.url(),
  })
  .meta({ id: 'Round', description: 'One question; everybody is heard once before anybody twice, and a pass counts.' })

export const answered = round
  .extend({
    answers: z.array(
      z.object({
        contribution: z.int().nullable().meta({ description: 'Null until the round has opened.', example: 31 }),
        author: z.string().nullable().meta({ description: 'Null when you may not know the name.' }),
        html: z.string(),
        language: z.string(),
      }),
    ),
  })
  .meta({ id: 'RoundWithAnswers', description: 'A round with what you may hear of it now.' })

export const shown = (c: Context<Visit>, row: Round): z.input<typeof round> => ({
  id: row.id,
  thread: row.thread_id,
  question: row.question,
  language: row.language,
  hidden: row.hidden,
  order: row.order,
  circle: row.circle,
  follows: row.follows_id,
  seats: row.seats,
  mine: row.took,
  seen: row.my_version,
  silent: row.silent,
  openedAt: row.closed_at?.toISOString() ?? null,
  endsAt: row.ends_at?.toISOString() ?? null,
  eyes: row.eyes,
  harvest: row.harvest,
  harvestSeen: row.harvest_version,
  them: row.them_state && {
    question: row.them_question,
    state: row.them_state,
    ask: row.them_ask_id,
    answerHtml: row.them_answer_html,
    seen: row.them_version,
  },
  url: absolute(c, urls.round({ slug: row.slug, id: row.id })),
})

/** A round of this community with what the asking person may hear of it. */
export const roundOf = async (c: Context<Visit>, id: number): Promise<z.input<typeof answered> | undefined> => {
  const { house, scope, place } = c.var
  const [[row], heard] = await house.db.read(scope, roundById(scope, id), heardIn(scope, id))
  if (row?.community_id !== place.id) return undefined
  const [said] = await house.db.read(scope, contributionsOfRound(scope, row.thread_id, id))
  return {
    ...shown(c, row),
    answers: [
      ...said
        .filter(({ withdrawn }) => !withdrawn)
        .map(({ id: contribution, author, html, language }) => ({ contribution, author, html, language })),
      ...heard.map(({ author, guest, html, language }) => ({
        contribution: null,
        author: author ?? guest,
        html,
        language,
      })),
    ],
  }
}

/** What was done in a round, as the round stands then. */
export const after = async (c: Context<Visit>, id: number, work: () => Promise<Outcome<unknown>>) => {
  if (!(await roundOf(c, id))) return notFound(c)
  const done = await work()
  if (!done.ok) return done
  const row = await roundOf(c, id)
  return row ? found(row) : notFound(c)
}

/** A round's address; what is said in it, its version, and why something is not done, as answers of programs. */
export const one = here.extend({ round: number })
export const { text, language } = sayForm.shape
export const version = z.int().min(0).max(1_000_000).default(0)
export const refusals = {
  'turn.had': 'changed',
  'turn.closed': 'gone',
  'turn.gone': 'gone',
  'turn.farewell': 'gone',
  'turn.notNext': 'conflict',
  'close.notYours': 'forbidden',
  'harvest.early': 'conflict',
  'harvest.notYours': 'forbidden',
  'harvest.meanwhile': 'changed',
  'them.plain': 'conflict',
  'them.meanwhile': 'changed',
} as const
