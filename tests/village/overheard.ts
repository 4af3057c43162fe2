/** A random conversation and what each of the village hears of it by every way there is; for the two walls alike. */
import fc from 'fast-check'
import { sql } from 'kysely'
import type { VillagerName } from '../../src/demonstration/people.ts'
import type { Circle } from '../../src/modules/community/contract.ts'
import { edit, narrow, withdraw } from '../../src/modules/dialogue/actions/amending.ts'
import { openThread } from '../../src/modules/dialogue/actions/threads.ts'
import { putNote } from '../../src/modules/dialogue/covering/actions.ts'
import { openForAll } from '../../src/modules/dialogue/looking/actions.ts'
import {
  contributionById,
  contributionsOf,
  historyOf,
  participantsOf,
  placesOf,
} from '../../src/modules/dialogue/store/contributions.ts'
import { foundContributions, myContributions } from '../../src/modules/dialogue/store/found.ts'
import { contributionWalls, latestContributions } from '../../src/modules/dialogue/store/latest.ts'
import { openThreads, threadOf } from '../../src/modules/dialogue/store/threads.ts'
import { urls } from '../../src/modules/dialogue/urls.ts'
import type { MemberScope } from '../../src/modules/people/contract.ts'
import { hits } from '../../src/platform/search/hits.ts'
import { buildQuery } from '../../src/platform/search/question.ts'
import type { Conversation } from './conversation.ts'

const speakers = ['ines', 'rita', 'marta', 'tomas'] as const
const viewers: readonly (VillagerName | 'visitor')[] = ['ines', 'rita', 'marta', 'tomas', 'henk', 'zuzana', 'visitor']
type Speaker = (typeof speakers)[number]

/** One thing that somebody does. `which` counts the contributions so far, round and round. */
type Deed =
  | {
      readonly does: 'say'
      readonly who: Speaker
      readonly circle: Circle
      readonly answers: boolean
      readonly unnamed: boolean
      readonly quotes: boolean
      /** Whether it calls Marta by name. */
      readonly calls: boolean
      readonly which: number
    }
  | { readonly does: 'edit' | 'withdraw' | 'look' | 'note' | 'cover'; readonly which: number }
  | { readonly does: 'narrow'; readonly which: number; readonly circle: Circle }

const circle = fc.constantFrom<Circle>('community', 'facilitators', 'me')
const deed: fc.Arbitrary<Deed> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      does: fc.constant('say' as const),
      who: fc.constantFrom(...speakers),
      circle,
      answers: fc.boolean(),
      unnamed: fc.boolean(),
      quotes: fc.boolean(),
      calls: fc.boolean(),
      which: fc.nat(20),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      does: fc.constantFrom('edit', 'withdraw', 'look', 'note', 'cover'),
      which: fc.nat(20),
    }),
  },
  { weight: 2, arbitrary: fc.record({ does: fc.constant('narrow' as const), which: fc.nat(20), circle }) },
)

/** A conversation: the circle it is in, and what is done in it. */
export const conversation = fc.record({ around: circle, deeds: fc.array(deed, { minLength: 1, maxLength: 10 }) })
type Told = typeof conversation extends fc.Arbitrary<infer T> ? T : never

/** What truly is, read without any wall. */
interface Truth {
  readonly id: number
  readonly author_id: number
  readonly audience: string
  readonly withdrawn: boolean
  /** Said without a name: whose it is stands elsewhere. */
  readonly unnamed: boolean
}

/** Plays a conversation, then listens as everybody, and answers every difference between what is heard and what may be. */
export const listen = async (village: Conversation, told: Told): Promise<string[]> => {
  const { house, community } = village
  const ines = village.scope('ines')
  const word = `sloth${house
    .secret(6)
    .replace(/[^a-z]/gi, '')
    .toLowerCase()}`
  const audience = told.around === 'me' ? `me:${ines.personId}` : `${told.around}:${community}`
  const thread = await house.db.write(ines, (tx) =>
    openThread(tx, ines, { community, subject: null, audience, language: 'en', title: word }),
  )
  await play(village, thread, told, word)
  const truth = await house.db.asSystem('command-line', (tx) =>
    tx.rows(
      sql<Truth>`
        select c.id, coalesce(n.author_id, c.author_id) as author_id, c.audience, c.withdrawn_at is not null as withdrawn,
          c.author_id = 0 as unnamed
        from dialogue.contribution c left join dialogue.nameless_author n on n.contribution_id = c.id
        where c.thread_id = ${thread} order by c.id`,
    ),
  )
  const mentions = await house.db.asSystem('command-line', (tx) => tx.rows(mentionsOf(truth)))
  const wrong: string[] = []
  for (const viewer of viewers) {
    const scope = viewer === 'visitor' ? village.visitorScope : village.scope(viewer)
    const mayHear = truth.filter((one) => scope.reach.includes(one.audience) || one.author_id === scope.personId)
    const inRoom = scope.reach.includes(audience)
    const expected = idsOf(inRoom ? mayHear : [])
    const own = idsOf(mayHear.filter((one) => inRoom || one.author_id === scope.personId))
    const said = idsOf(inRoom ? mayHear.filter((one) => !one.withdrawn) : [])
    const heard = await ways(village, scope, thread, truth, word)
    const should: Record<string, string> = {
      page: expected,
      count: String(inRoom ? mayHear.length : 'none'),
      one: own,
      place: expected,
      search: said,
      latest: inRoom ? idsOf(mayHear.filter((one) => !one.withdrawn && !one.audience.startsWith('me:'))) : '',
    }
    for (const [way, wants] of Object.entries(should))
      if (heard[way] !== wants) wrong.push(`${viewer} by ${way}: heard ${heard[way]}, should ${wants}`)
    const [called] = await house.db.read(scope, mentionsOf(truth))
    const mayKnow = mentions.filter(
      (one) => one.person_id === scope.personId || truth.find(({ id }) => id === one.id)?.author_id === scope.personId,
    )
    if (idsOf(called) !== idsOf(mayKnow)) wrong.push(`${viewer} knows who was called in ${idsOf(called)}`)
    const history = heard.history ?? ''
    if (history.split(' ').some((id) => id && !idsOf(mayHear).split(' ').includes(id)))
      wrong.push(`${viewer} by history: heard ${history}`)
    const authors = new Set(mayHear.filter((one) => !one.unnamed).map((one) => String(one.author_id)))
    if ((heard.participants ?? '').split(' ').some((id) => id && !authors.has(id)))
      wrong.push(`${viewer} by participants: ${heard.participants}`)
    if ((heard.list ?? '') !== String(inRoom)) wrong.push(`${viewer} by the list of threads: ${heard.list}`)
    if (heard.mine !== idsOf(truth.filter((one) => one.author_id === scope.personId)))
      wrong.push(`${viewer} by their own: ${heard.mine}`)
    for (const one of truth.filter((said) => said.unnamed && said.author_id !== scope.personId))
      if ((heard.whose ?? '').split(' ').includes(`${one.id}:${one.author_id}`))
        wrong.push(`${viewer} is told whose ${one.id} is`)
    const hearsAlso = new Set(mayHear.filter((one) => !one.withdrawn).map(({ id }) => String(id)))
    if ((heard.quoted ?? '').split(' ').some((id) => id && !hearsAlso.has(id)))
      wrong.push(`${viewer} by a quote: heard ${heard.quoted}`)
    wrong.push(...(await onThePage(village, viewer, thread, truth, new Set(expected.split(' ')), word)))
  }
  return wrong
}

// Who was called by name in these, without any wall of ours.
const mentionsOf = (truth: readonly Truth[]) => sql<{ id: number; person_id: number }>`
  select m.contribution_id as id, m.person_id from dialogue.mention m
  where m.contribution_id = any(${truth.map(({ id }) => id)}::bigint[])`

const idsOf = (rows: readonly { readonly id: number }[]): string =>
  rows
    .map(({ id }) => id)
    .sort((a, b) => a - b)
    .join(' ')

const ways = async (
  village: Conversation,
  scope: MemberScope,
  thread: number,
  truth: readonly Truth[],
  word: string,
): Promise<Record<string, string>> => {
  const subject = { kind: 'thread', id: thread }
  const ids = truth.map(({ id }) => id)
  const { db } = village.house
  const [threads, page, found, places, people, listed, mine, latest] = await db.read(
    scope,
    threadOf(scope, subject),
    contributionsOf(scope, subject, 1),
    foundContributions(scope, hits(buildQuery(word, 'en'), contributionWalls(scope))),
    placesOf(scope, ids),
    participantsOf(scope, subject),
    openThreads(scope, village.community, 1),
    myContributions(scope, 1),
    latestContributions(scope, [village.community], 50),
  )
  const ones = await Promise.all(ids.map(async (id) => (await db.read(scope, contributionById(scope, id)))[0]))
  const histories = await Promise.all(
    ids.map(async (id) => ((await db.read(scope, historyOf(scope, id)))[0].length > 0 ? [{ id }] : [])),
  )
  return {
    quoted: [...page, ...ones.flat()].flatMap((one) => one.quote?.id ?? []).join(' '),
    whose: [...page, ...ones.flat()].map((one) => `${one.id}:${one.author_id}`).join(' '),
    page: idsOf(page),
    count: String(threads[0]?.contributions ?? 'none'),
    one: idsOf(ones.flat()),
    place: idsOf(places),
    search: idsOf(found.filter((one) => one.kind === 'contribution')),
    latest: idsOf(latest.filter((one) => ids.includes(one.id))),
    history: idsOf(histories.flat()),
    participants: people.map((one) => one.person_id).join(' '),
    list: String(listed.some((one) => one.id === thread)),
    mine: idsOf(mine.filter((one) => ids.includes(one.id))),
  }
}

const onThePage = async (
  village: Conversation,
  viewer: VillagerName | 'visitor',
  thread: number,
  truth: readonly Truth[],
  expected: ReadonlySet<string>,
  word: string,
) => {
  const browser = viewer === 'visitor' ? village.visitor() : await village.as(viewer)
  const html = await (await browser.get(urls.thread({ slug: village.communities.reading.slug, id: thread }))).text()
  return truth.flatMap(({ id, withdrawn }) => {
    const shown = html.includes(`${word} number ${id}.`) || html.includes(`id="voice-${id}"`)
    const wanted = expected.has(String(id))
    if (html.includes(`${word} note ${id};`) && (withdrawn || !wanted)) return [`${viewer} reads the note of ${id}`]
    if (withdrawn && html.includes(`number ${id}.`)) return [`${viewer} on the page reads the withdrawn ${id}`]
    return shown === wanted ? [] : [`${viewer} on the page: ${id} ${shown ? 'is' : 'is not'} shown`]
  })
}

const play = async (village: Conversation, thread: number, told: Told, word: string): Promise<void> => {
  const { house } = village
  const said: { id: number; who: Speaker; version: number }[] = []
  for (const one of told.deeds) {
    const target = said[one.which % Math.max(1, said.length)]
    if (one.does === 'say') {
      const replyTo = one.answers && target ? target.id : undefined
      // Not everything is allowed; what is refused leaves no trace, which the listening will show.
      const id = await village
        .say(one.who, `${word} first.${one.calls ? ' @Marta' : ''}`, {
          thread,
          circle: one.circle,
          withoutName: one.unnamed,
          quote: one.quotes && target ? { of: target.id, words: `${word} number ${target.id}.` } : undefined,
          ...(replyTo ? { replyTo } : {}),
        })
        .catch(() => undefined)
      if (id === undefined) continue
      await edit(house, village.scope(one.who), id, { text: `${word} number ${id}.`, language: 'en', version: 1 })
      said.push({ id, who: one.who, version: 2 })
    } else if (target) {
      const scope = village.scope(target.who)
      if (one.does === 'edit') {
        const edited = await edit(house, scope, target.id, {
          text: `${word} number ${target.id}. Again ${target.version}.`,
          language: 'en',
          version: target.version,
        })
        if (edited.ok) target.version += 1
      } else if (one.does === 'look') await openForAll(house, village.scope('henk'), target.id, target.version)
      else if (one.does === 'note') await putNote(house, scope, target.id, `${word} note ${target.id}; ${one.which}`)
      else if (one.does === 'cover')
        await putNote(house, village.scope('henk'), target.id, `${word} note ${target.id};`)
      else if (one.does === 'withdraw') await withdraw(house, scope, target.id)
      else if (one.does === 'narrow') await narrow(house, scope, target.id, one.circle)
    }
  }
}
