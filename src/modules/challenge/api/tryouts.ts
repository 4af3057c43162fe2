/** For programs: try-outs on a question: the plan, its moves, what was seen. */
import type { Context } from 'hono'
import { z } from 'zod'
import { absolute, found, made, nothing, page } from '../../../platform/api/answer.ts'
import { byNumber, paged, pageOf } from '../../../platform/api/cursor.ts'
import { ApiTable } from '../../../platform/api/table.ts'
import { languages } from '../../../platform/words/words.ts'
import { circleOf, members } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound } from '../../people/public.ts'
import { namesGiven, namesRefused } from '../../safeguarding/public.ts'
import { trialStates } from '../contract.ts'
import * as actions from '../tryout/actions.ts'
import { planForm, seenForm } from '../tryout/schemas.ts'
import { type SightingRow, sightingsOf, type Tryout, tryoutById, tryoutsOf } from '../tryout/store.ts'
import { apiUrls, urls } from '../urls.ts'
import { words } from '../words.ts'
import { challengeHere, here, number } from './challenges.ts'

/** A try-out as it is shown. */
export const tryout = z
  .object({
    id: z.int().meta({ example: 5 }),
    challenge: z.int().meta({ example: 12 }),
    title: z.string().meta({ example: 'Read in pairs' }),
    expects: z.string().meta({ description: 'What we expect.', example: 'He starts by himself.' }),
    stopIf: z.string().meta({ description: 'When we stop at once.', example: 'He asks to.' }),
    lookFor: z.string().meta({ example: 'Who begins.' }),
    owner: z.string().nullable().meta({ description: 'Who carries it.', example: 'Rita Vale' }),
    language: z.string().meta({ example: 'en' }),
    startsOn: z.iso.date().nullable(),
    endsOn: z.iso.date().meta({ example: '2026-12-12' }),
    state: z.enum(trialStates).meta({ example: 'running' }),
    reason: z.string().nullable().meta({ description: 'Why it ended as it did.', example: null }),
    url: z.url(),
  })
  .meta({ id: 'Tryout', description: 'Something small that is tried, with an end and a limit.' })

const sighting = z
  .object({
    id: z.int().meta({ example: 3 }),
    name: z.string().nullable().meta({ example: 'Rita Vale' }),
    words: z.string().meta({ example: 'He read the first line aloud.' }),
    language: z.string().meta({ example: 'en' }),
    at: z.iso.datetime(),
    url: z.url(),
  })
  .meta({ id: 'Sighting', description: 'What somebody saw while something was tried.' })

/** The address of its page. */
export const addressOf = (c: Context<Visit>, challenge: number, id: number): string =>
  absolute(c, urls.tryout({ slug: c.var.place.slug, id: challenge, tryout: id }))

/** Shows one. */
export const tryoutShown = (c: Context<Visit>, row: Tryout): z.input<typeof tryout> => ({
  id: row.id,
  challenge: row.challenge_id,
  title: row.title,
  expects: row.expects,
  stopIf: row.stop_if,
  lookFor: row.look_for,
  owner: row.owner,
  language: row.language,
  startsOn: row.starts_on,
  endsOn: row.ends_on,
  state: row.state,
  reason: row.reason,
  url: addressOf(c, row.challenge_id, row.id),
})

const seenShown = (c: Context<Visit>, challenge: number, row: SightingRow): z.input<typeof sighting> => ({
  id: row.id,
  name: row.name,
  words: row.words,
  language: row.language,
  at: row.at.toISOString(),
  url: addressOf(c, challenge, row.tryout_id),
})

const on = here.extend({ challenge: number })
/** The address of a try-out as parameters. */
export const oneTryout = on.extend({ tryout: number })

/** A try-out of this community, as far as the asking person hears it. */
export const tryoutHere = async (
  c: Context<Visit>,
  params: z.output<typeof oneTryout>,
): Promise<Tryout | undefined> => {
  if (!(await challengeHere(c, params.challenge))) return undefined
  const { house, scope } = c.var
  const [[row]] = await house.db.read(scope, tryoutById(scope, params.challenge, params.tryout))
  return row
}

const plan = planForm.in.shape
/** What refusals of try-outs are, when they are no mistake in what was sent. */
export const tryoutRefusals = {
  gone: 'gone',
  moved: 'conflict',
  'tryout.over': 'conflict',
  'tryout.notBegun': 'conflict',
  'tryout.start.over': 'conflict',
  'tryout.safe.another': 'forbidden',
  'tryout.carry': 'forbidden',
} as const

export const tryoutApi = new ApiTable<Visit>({
  noun: 'tryouts',
  about: 'Small things that are tried: proposed, found safe by another person, begun, looked back on.',
  words,
})
  .get(
    apiUrls.tryouts,
    members,
    'read',
    {
      id: 'listTryouts',
      says: 'Lists the try-outs on a question, the oldest first.',
      params: on,
      query: paged(byNumber),
      answer: pageOf(tryout),
    },
    async (c, { params, query: { limit, cursor } }) => {
      const { house, scope } = c.var
      if (!(await challengeHere(c, params.challenge))) return notFound(c)
      const [all] = await house.db.read(scope, tryoutsOf(scope, params.challenge))
      return page(
        c,
        all.filter(({ id }) => id > (cursor?.[0] ?? 0)),
        limit,
        (row) => tryoutShown(c, row),
        (row) => [row.id],
      )
    },
  )
  .post(
    apiUrls.tryouts,
    members,
    'write',
    {
      id: 'proposeTryout',
      says: 'Proposes something to try. Somebody else finds it safe before it begins.',
      params: on,
      body: z
        .strictObject({
          title: plan.title,
          expects: plan.expects,
          stopIf: plan.stop,
          lookFor: plan.look,
          language: z.enum(languages),
          owner: number.optional().meta({ description: 'A person of the community; you, when left out.' }),
          startsOn: z.iso.date().nullable().default(null),
          endsOn: z.iso.date(),
          adaptedFrom: number.nullable().default(null).meta({ description: 'The try-out it grew out of.' }),
        })
        .meta({
          example: {
            title: 'Read in pairs',
            expects: 'He starts by himself.',
            stopIf: 'He asks to.',
            lookFor: 'Who begins.',
            language: 'en',
            endsOn: '2026-12-12',
          },
        }),
      answer: tryout,
      fields: { ends: 'endsOn', starts: 'startsOn' },
      refusals: tryoutRefusals,
    },
    async (c, { params, body, once }) => {
      const { house, scope, place } = c.var
      if (!(await challengeHere(c, params.challenge))) return notFound(c)
      const { owner, ...rest } = body
      const proposal = { ...rest, ownerId: owner ?? scope.personId ?? 0 }
      const proposed = await actions.propose(house, scope, params.challenge, proposal, once)
      if (!proposed.ok) return proposed
      const row = await tryoutHere(c, { ...params, tryout: proposed.value.id })
      if (!row) return notFound(c)
      return made(
        tryoutShown(c, row),
        apiUrls.tryout({ slug: place.slug, challenge: params.challenge, tryout: row.id }),
      )
    },
  )
  .get(
    apiUrls.tryout,
    members,
    'read',
    { id: 'getTryout', says: 'Shows one try-out.', params: oneTryout, answer: tryout },
    async (c, { params }) => {
      const row = await tryoutHere(c, params)
      return row ? found(tryoutShown(c, row)) : notFound(c)
    },
  )
  .delete(
    apiUrls.tryout,
    members,
    'write',
    {
      id: 'takeBackTryout',
      says: 'Takes back a try-out of your own that has not begun.',
      params: oneTryout,
      answer: z.void(),
      refusals: { ...tryoutRefusals, 'takeBack.notYours': 'forbidden' },
      current: async (c, { params }) => {
        const row = await tryoutHere(c, params)
        return row && tryoutShown(c, row)
      },
    },
    async (c, { params }, current) => {
      const back = await actions.takeBackTryout(c.var.house, c.var.scope, params.challenge, current.id)
      return back.ok ? nothing : back
    },
  )
  .post(
    apiUrls.moves,
    members,
    'write',
    {
      id: 'moveTryout',
      says: 'Finds a try-out safe (not your own), begins it, or looks back on it.',
      params: oneTryout,
      body: z.strictObject({ move: z.enum(['agree', 'start', 'review']) }).meta({ example: { move: 'start' } }),
      answer: tryout,
      refusals: tryoutRefusals,
    },
    async (c, { params, body, once }) => {
      const { house, scope, reader, place } = c.var
      if (!(await tryoutHere(c, params))) return notFound(c)
      const { challenge, tryout: id } = params
      const moved = await (body.move === 'agree'
        ? actions.agree(house, scope, challenge, id, once)
        : body.move === 'start'
          ? actions.start(house, scope, challenge, id, reader.zone, once)
          : actions.lookBack(house, scope, challenge, id, once))
      if (!moved.ok) return moved
      const row = await tryoutHere(c, params)
      return row ? made(tryoutShown(c, row), apiUrls.tryout({ slug: place.slug, challenge, tryout: id })) : notFound(c)
    },
  )
  .get(
    apiUrls.sightings,
    members,
    'read',
    {
      id: 'listSightings',
      says: 'Lists what was seen during a try-out, in the order it was told.',
      params: oneTryout,
      query: paged(byNumber),
      answer: pageOf(sighting),
    },
    async (c, { params, query: { limit, cursor } }) => {
      const { house, scope } = c.var
      if (!(await tryoutHere(c, params))) return notFound(c)
      const [all] = await house.db.read(scope, sightingsOf(scope, params.challenge))
      return page(
        c,
        all.filter(({ id, tryout_id }) => tryout_id === params.tryout && id > (cursor?.[0] ?? 0)),
        limit,
        (row) => seenShown(c, params.challenge, row),
        (row) => [row.id],
      )
    },
  )
  .post(
    apiUrls.sightings,
    members,
    'write',
    {
      id: 'tellSighting',
      says: 'Tells what you saw during a try-out.',
      params: oneTryout,
      body: z
        .strictObject({ words: seenForm.shape.seen, language: z.enum(languages), names: namesGiven })
        .meta({ example: { words: 'He read the first line aloud.', language: 'en' } }),
      answer: sighting,
      refusals: tryoutRefusals,
    },
    async (c, { params, body, once }) => {
      const { house, scope, reader, place } = c.var
      const tryout = await tryoutHere(c, params)
      if (!tryout) return notFound(c)
      const { challenge, tryout: id } = params
      const about = { texts: [body.words], language: body.language, circle: circleOf(tryout.audience) }
      const named = await namesRefused(c, { ...about, answer: body.names })
      if (named) return named
      const told = await actions.tell(house, scope, challenge, id, body, reader.zone, once)
      if (!told.ok) return told
      const [all] = await house.db.read(scope, sightingsOf(scope, challenge))
      const row = all.find((one) => one.id === told.value.id)
      return row
        ? made(seenShown(c, challenge, row), apiUrls.sightings({ slug: place.slug, challenge, tryout: id }))
        : notFound(c)
    },
  )
