/** For programs: rounds, one's own turn in them, and what was said as far as its time has come. */
import { z } from 'zod'
import { found, made, page } from '../../../platform/api/answer.ts'
import { byNumber, paged, pageOf } from '../../../platform/api/cursor.ts'
import { ApiTable } from '../../../platform/api/table.ts'
import { members } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound } from '../../people/public.ts'
import { namesGiven, namesRefused } from '../../safeguarding/public.ts'
import { here, number } from '../api/threads.ts'
import { closeRound, keepHarvest, openRound, takeTurn } from './actions.ts'
import { after, answered, language, one, refusals, round, roundOf, shown, text, version } from './as-told.ts'
import { LONGEST_EYES, LONGEST_HARVEST, LONGEST_QUESTION } from './round.ts'
import { roundsAfter } from './store.ts'
import { hidings, orders, ways } from './turns.ts'
import { apiUrls } from './urls.ts'
import { reasonSaid } from './words.ts'

export const roundApi = new ApiTable<Visit>({
  noun: 'rounds',
  about: 'Rounds in conversations. Until one opens, nobody is told of answers, nor that there are any.',
  words: (lang) => ({ maybe: (key) => reasonSaid(lang, key) }),
})
  .get(
    apiUrls.rounds,
    members,
    'read',
    {
      id: 'listRounds',
      says: 'Lists the rounds that you hear, the oldest first.',
      params: here,
      query: paged(byNumber),
      answer: pageOf(round),
    },
    async (c, { query: { limit, cursor } }) => {
      const { house, scope, place } = c.var
      const [rows] = await house.db.read(scope, roundsAfter(scope, place.id, cursor?.[0] ?? 0, limit + 1))
      return page(
        c,
        rows,
        limit,
        (row) => shown(c, row),
        (row) => [row.id],
      )
    },
  )
  .post(
    apiUrls.hold,
    members,
    'write',
    {
      id: 'holdRound',
      says: 'Holds a round in a conversation: everybody who hears it has a place and is told.',
      params: here.extend({ thread: number }),
      body: z
        .strictObject({
          question: z.string().trim().min(1).max(LONGEST_QUESTION),
          language,
          hidden: z.enum(hidings).default('until_all'),
          order: z.enum(orders).default('free'),
          endsAt: z.iso.datetime().optional(),
          eyes: z.string().trim().max(LONGEST_EYES).optional().meta({
            description: 'Somebody who is not in the room, with whose eyes all answer.',
          }),
          follows: number.optional().meta({ description: 'The round after which this is the next circle.' }),
          names: namesGiven,
        })
        .meta({ example: { question: 'What surprised you?', language: 'en', hidden: 'until_all' } }),
      answer: answered,
      fields: { ends: 'endsAt' },
      refusals: {
        'open.gone': 'gone',
        'open.alone': 'conflict',
        'open.student': 'forbidden',
        'open.paused': 'conflict',
        'open.notYet': 'conflict',
        'open.often': 'conflict',
        'turn.farewell': 'gone',
      },
    },
    async (c, { params, body: { endsAt, names, ...body }, once }) => {
      const { house, scope, place } = c.var
      const about = {
        texts: [body.question, body.eyes ?? ''],
        language: body.language,
        circle: 'community',
        answer: names,
      }
      const named = await namesRefused(c, about)
      if (named) return named
      const ends = endsAt === undefined ? null : new Date(endsAt)
      const opening = { ...body, names, ends, thread: params.thread, community: place.id }
      const opened = await openRound(house, scope, opening, once)
      if (!opened.ok) return opened
      const row = await roundOf(c, opened.value.id)
      return row ? made(row, apiUrls.round({ slug: place.slug, round: row.id })) : notFound(c)
    },
  )
  .get(
    apiUrls.round,
    members,
    'read',
    { id: 'getRound', says: 'Shows a round with what you may hear of it now.', params: one, answer: answered },
    async (c, { params }) => {
      const row = await roundOf(c, params.round)
      return row ? found(row) : notFound(c)
    },
  )
  .post(
    apiUrls.turn,
    members,
    'write',
    {
      id: 'takeTurn',
      says: 'Takes your turn: says something, passes, or passes for now. `seen` names the turn that you change.',
      params: one,
      body: z
        .strictObject({
          way: z.enum(ways).default('said'),
          text: text.optional(),
          language,
          withoutName: z.boolean().default(false),
          seen: version,
          names: namesGiven,
        })
        .meta({ example: { way: 'said', text: 'How quiet it was.', language: 'en' } }),
      answer: answered,
      refusals,
    },
    async (c, { params, body: { withoutName: nameless, names, ...body }, once }) => {
      const turn = { ...body, text: body.text ?? '', nameless }
      const about = { texts: [turn.text], language: turn.language, circle: 'community', answer: names }
      const named = turn.way === 'said' && (await namesRefused(c, about))
      if (named) return named
      return after(c, params.round, () => takeTurn(c.var.house, c.var.scope, params.round, turn, once))
    },
  )
  .post(
    apiUrls.opening,
    members,
    'write',
    {
      id: 'openAnswers',
      says: 'Opens the answers before everybody has spoken: for whoever began the round, and facilitators.',
      params: one,
      body: z.strictObject({}).meta({ example: {} }),
      answer: answered,
      refusals,
    },
    (c, { params }) => after(c, params.round, () => closeRound(c.var.house, c.var.scope, params.round)),
  )
  .post(
    apiUrls.harvest,
    members,
    'write',
    {
      id: 'keepHarvest',
      says: 'Writes down what the group takes along, once the answers are open.',
      params: one,
      body: z
        .strictObject({
          text: z.string().trim().min(1).max(LONGEST_HARVEST),
          language,
          seen: version,
          names: namesGiven,
        })
        .meta({ example: { text: 'Listening changed before reading did.', language: 'en', seen: 0 } }),
      answer: answered,
      refusals,
    },
    async (c, { params, body, once }) => {
      const about = { texts: [body.text], language: body.language, circle: 'community', answer: body.names }
      const named = await namesRefused(c, about)
      if (named) return named
      return after(c, params.round, () => keepHarvest(c.var.house, c.var.scope, params.round, body, once))
    },
  )
