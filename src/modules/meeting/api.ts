/** For programs: the meetings of a community, and what was said and decided in one. */
import type { Context } from 'hono'
import { z } from 'zod'
import { absolute, found, page } from '../../platform/api/answer.ts'
import { byNumber, paged, pageOf } from '../../platform/api/cursor.ts'
import { ApiTable } from '../../platform/api/table.ts'
import { members } from '../community/public.ts'
import type { Visit } from '../people/contract.ts'
import { notFound } from '../people/public.ts'
import { type Meeting, meetingKinds, meetingStates, parts, stepOutcomes } from './contract.ts'
import { entriesOf, presentAt } from './running/store/run.ts'
import { movedIn, stepsOf } from './running/store/step.ts'
import { meetingById, meetingsBelow } from './store.ts'
import { apiUrls, urls } from './urls.ts'
import { words } from './words.ts'

const number = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER).meta({ example: 12 })
const here = z.object({ slug: z.string().min(1).max(200).meta({ example: 'reading-together' }) })

const line = z
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

const whole = line
  .extend({
    here: z.array(z.string().nullable()).meta({ description: 'Who sat in the circle.' }),
    said: z.array(said),
    nextSteps: z.array(step),
    moved: z.array(moved),
  })
  .meta({ id: 'Meeting', description: 'A meeting, and what was said and decided in it.' })

const lineShown = (c: Context<Visit>, row: Meeting): z.input<typeof line> => ({
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

const meetingApi = new ApiTable<Visit>({
  noun: 'meetings',
  about: 'When and where a community meets, what was said there round by round, and what comes next.',
  words,
})
  .get(
    apiUrls.meetings,
    members,
    'read',
    {
      id: 'listMeetings',
      says: 'Lists the meetings of a community, the one planned last first.',
      params: here,
      query: paged(byNumber),
      answer: pageOf(line),
    },
    async (c, { query: { limit, cursor } }) => {
      const { house, scope, place } = c.var
      const below = cursor?.[0] ?? Number.MAX_SAFE_INTEGER
      const [rows] = await house.db.read(scope, meetingsBelow(scope, place.id, below, limit + 1))
      return page(
        c,
        rows,
        limit,
        (row) => lineShown(c, row),
        (row) => [row.id],
      )
    },
  )
  .get(
    apiUrls.meeting,
    members,
    'read',
    {
      id: 'readMeeting',
      says: 'Reads a meeting with who was there, what they said, the next steps, and what it moved.',
      params: here.extend({ meeting: number }),
      answer: whole,
    },
    async (c, { params: { meeting: id } }) => {
      const { house, scope, place } = c.var
      const [[row], circle, entries, steps, changes] = await house.db.read(
        scope,
        meetingById(scope, place.id, id),
        presentAt(scope, id),
        entriesOf(scope, id),
        stepsOf(scope, id),
        movedIn(scope, id),
      )
      if (!row) return notFound(c)
      return found({
        ...lineShown(c, row),
        here: circle.map(({ name }) => name),
        said: entries.map((one) => ({
          part: one.part,
          name: one.name,
          passed: one.passed,
          words: one.words,
          language: one.language,
          writtenBy: one.writer,
        })),
        nextSteps: steps.map(({ id: stepId, words: what, language, owner, due, outcome, told }) => ({
          id: stepId,
          words: what,
          language,
          owner,
          due,
          outcome,
          told,
        })),
        moved: changes.map((one) => ({ subject: one.subject_words, words: one.words, language: one.language })),
      })
    },
  )

/** Every door of meetings for programs. */
export const api = [meetingApi]
