/** What programs are told of a meeting: its shape, and the meeting as the asking person may see it now. */
import type { Context } from 'hono'
import { z } from 'zod'
import { absolute, found } from '../../../platform/api/answer.ts'
import type { Outcome } from '../../../platform/outcome.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound } from '../../people/public.ts'
import { type Meeting, meetingKinds, meetingStates, parts, stepOutcomes } from '../contract.ts'
import { entriesOf, presentAt } from '../running/store/run.ts'
import { movedIn, stepsOf } from '../running/store/step.ts'
import { meetingById, signOfPlan } from '../store.ts'
import { urls } from '../urls.ts'

export const number = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).meta({ example: 12 })
export const here = z.object({ slug: z.string().min(1).max(200).meta({ example: 'reading-together' }) })

export const line = z
  .object({
    id: z.int().meta({ example: 12 }),
    kind: z.enum(meetingKinds).meta({ description: 'The first one fills Who we are.', example: 'usual' }),
    state: z.enum(meetingStates).meta({ example: 'planned' }),
    day: z.iso.date().meta({ description: 'The calendar day there.', example: '2026-12-03' }),
    at: z.string().nullable().meta({ description: 'As clocks there show it; null while open.', example: '16:30' }),
    zone: z.string().meta({ description: 'Where those clocks are.', example: 'Europe/Lisbon' }),
    minutes: z.int().meta({ description: 'How long it takes.', example: 60 }),
    place: z.string().meta({ example: 'The library' }),
    question: z.string().meta({ description: 'What it is about; may be empty.', example: 'Who chooses the page?' }),
    challenge: z.int().nullable().meta({ description: 'The question of the community behind it.', example: 4 }),
    language: z.string().meta({ example: 'en' }),
    sequence: z.int().meta({ description: 'Grows whenever day, time or place change.', example: 0 }),
    whyCancelled: z.string().nullable().meta({ example: null }),
    changedAt: z.iso.datetime(),
    url: z.url(),
  })
  .meta({ id: 'MeetingLine', description: 'A meeting as lists show it.' })

const said = z.object({
  id: z.int().meta({ example: 21 }),
  version: z.int().meta({ description: 'Grows when it is mended.', example: 1 }),
  part: z.enum(parts).meta({ example: 'round' }),
  name: z.string().nullable().meta({ description: 'Null when you may not know the name.', example: 'Rita Vale' }),
  passed: z.boolean().meta({ description: 'A pass is a full answer.', example: false }),
  words: z.string().meta({ example: 'Tomás chose the page.' }),
  language: z.string().meta({ example: 'en' }),
  writtenBy: z.string().nullable().meta({ description: 'Who held the pen, where another did.', example: null }),
})

const step = z.object({
  id: z.int().meta({ example: 3 }),
  words: z.string().meta({ example: 'Ask the children who chooses.' }),
  language: z.string().meta({ example: 'en' }),
  owner: z.string().nullable().meta({ example: 'Rita Vale' }),
  due: z.iso.date().nullable().meta({ example: '2026-12-10' }),
  outcome: z.enum(stepOutcomes).nullable().meta({ description: 'What became of it.', example: null }),
  told: z.string().meta({ example: '' }),
})

const moved = z.object({
  subject: z.string().meta({ description: 'The open question as it read then.', example: 'Does he read at home?' }),
  words: z.string().meta({ description: 'How it moved.', example: 'Marta asked: every evening.' }),
  language: z.string().meta({ example: 'en' }),
})

export const whole = line
  .extend({
    seen: z.string().meta({ description: 'The sign of the plan, another one when it changes.', example: '9f0c' }),
    station: z.int().meta({ description: 'How far the group has come on its one screen.', example: 0 }),
    here: z
      .array(
        z.object({
          id: z.int().meta({ example: 31 }),
          name: z.string().nullable().meta({ example: 'Rita Vale' }),
          left: z.boolean().meta({ example: false }),
        }),
      )
      .meta({ description: 'Who sits in the circle.' }),
    said: z.array(said),
    nextSteps: z.array(step),
    moved: z.array(moved),
  })
  .meta({ id: 'Meeting', description: 'A meeting, and what was said and decided in it.' })

export const lineShown = (c: Context<Visit>, row: Meeting): z.input<typeof line> => ({
  id: row.id,
  kind: row.kind,
  state: row.state,
  day: row.day,
  at: row.at,
  zone: row.zone,
  minutes: row.minutes,
  place: row.place,
  question: row.question,
  challenge: row.challenge_id,
  language: row.language,
  sequence: row.sequence,
  whyCancelled: row.state === 'cancelled' ? row.cancelled_why : null,
  changedAt: row.changed_at.toISOString(),
  url: absolute(c, urls.meeting({ slug: row.slug, id: row.id })),
})

/** A meeting's address. */
export const one = here.extend({ meeting: number })

/** A meeting of this community with what was said and decided in it. */
export const meetingOf = async (c: Context<Visit>, id: number): Promise<z.input<typeof whole> | undefined> => {
  const { house, scope, place } = c.var
  const [[row], [plan], circle, entries, steps, changes] = await house.db.read(
    scope,
    meetingById(scope, place.id, id),
    signOfPlan(scope, id),
    presentAt(scope, id),
    entriesOf(scope, id),
    stepsOf(scope, id),
    movedIn(scope, id),
  )
  if (!row || !plan) return undefined
  return {
    ...lineShown(c, row),
    seen: plan.sign,
    station: row.station,
    here: circle.map((seat) => ({ id: seat.id, name: seat.name, left: seat.left_at !== null })),
    said: entries.map((entry) => ({
      id: entry.id,
      version: entry.version,
      part: entry.part,
      name: entry.name,
      passed: entry.passed,
      words: entry.words,
      language: entry.language,
      writtenBy: entry.writer,
    })),
    nextSteps: steps.map(({ id: stepId, words: what, language, owner, due, outcome, told: came }) => ({
      id: stepId,
      words: what,
      language,
      owner,
      due,
      outcome,
      told: came,
    })),
    moved: changes.map((change) => ({ subject: change.subject_words, words: change.words, language: change.language })),
  }
}

/** What was done in a meeting, as the meeting stands then. */
export const after = async (c: Context<Visit>, id: number, work: () => Promise<Outcome<unknown>>) => {
  if (!(await meetingOf(c, id))) return notFound(c)
  const done = await work()
  if (!done.ok) return done
  const now = await meetingOf(c, id)
  return now ? found(now) : notFound(c)
}

/** Why something is not done, as the kinds of problems that programs know. */
export const refusals = {
  gone: 'gone',
  already: 'changed',
  'plan.notYours': 'forbidden',
  'plan.cancelled': 'conflict',
  'plan.begun': 'conflict',
  'plan.first': 'conflict',
  'plan.meanwhile': 'changed',
  'coming.notYours': 'forbidden',
  'coming.over': 'conflict',
  'turn.taken': 'conflict',
  'turn.notHeard': 'forbidden',
  'turn.meanwhile': 'changed',
  'turn.notYours': 'forbidden',
} as const
