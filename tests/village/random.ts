/** A village by chance: communities, roles, circles, words that wait, are opened, narrowed, withdrawn; and who may hear each. */
import { sql } from 'kysely'
import { addDifference, addUnknown } from '../../src/modules/challenge/actions/carry.ts'
import { raise } from '../../src/modules/challenge/actions/raise.ts'
import { reflect, share } from '../../src/modules/challenge/reflection/actions.ts'
import { beginCommunity } from '../../src/modules/community/actions/belonging.ts'
import { addLine } from '../../src/modules/community/actions/charter.ts'
import type { Chosen } from '../../src/modules/community/contract.ts'
import { makeGroup } from '../../src/modules/community/group/actions.ts'
import { insertMembership } from '../../src/modules/community/store.ts'
import { narrow, withdraw } from '../../src/modules/dialogue/actions/amending.ts'
import { say } from '../../src/modules/dialogue/actions/speaking.ts'
import { openThread } from '../../src/modules/dialogue/actions/threads.ts'
import { openForAll } from '../../src/modules/dialogue/looking/actions.ts'
import { summarise } from '../../src/modules/dialogue/summary/actions.ts'
import { sayNeed } from '../../src/modules/exchange/needs/actions/saying.ts'
import { shareLink } from '../../src/modules/exchange/things/actions.ts'
import type { MemberScope, Place } from '../../src/modules/people/contract.ts'
import { recipientOf } from '../../src/modules/people/public.ts'
import { openSession } from '../../src/modules/people/session.ts'
import { createToken } from '../../src/modules/people/token/actions.ts'
import type { Outcome } from '../../src/platform/outcome.ts'
import type { Chance } from './chance.ts'
import { openVillage, type Village } from './village.ts'

/** Somebody by chance. */
export interface Soul {
  readonly id: number
  readonly student: boolean
  readonly leader: boolean
  readonly cookie: string
  readonly token: string
}

/** Somewhere by chance: who belongs, and as what. */
export interface Spot extends Place {
  readonly members: Soul[]
  readonly facilitators: Soul[]
  /** Those who hear students at once. */
  readonly adults: Soul[]
}

/** Words that stand nowhere else, and the pure rule of who hears them. */
export interface Told {
  readonly mark: string
  readonly what: string
  hears(who: Soul | null): boolean
}

/** The village; `close` when done. */
export interface RandomVillage extends Village {
  readonly souls: readonly Soul[]
  readonly spots: readonly Spot[]
  readonly told: readonly Told[]
  /** The places of voices in conversations, for counting; a withdrawn one keeps its place. */
  readonly voices: readonly { readonly thread: number; hears(who: Soul): boolean }[]
  scopeFor(who: Soul | null): Promise<MemberScope>
}

const must = async <T>(outcome: Promise<Outcome<T>>): Promise<T> => {
  const answer = await outcome
  if (!answer.ok) throw new Error(answer.reason)
  return answer.value
}

/** Settles it: some of everything that has an audience, by actions where there are any. */
export const openRandomVillage = async (chance: Chance): Promise<RandomVillage> => {
  const village = await openVillage()
  const { house } = village
  const system = <Row>(query: ReturnType<typeof sql<Row>>) => house.db.asSystem('demonstration', (tx) => tx.rows(query))
  let number = 0
  const mark = () => `zq${(++number).toString(36)}x${(1e6 + chance.below(1e6)).toString(36)}qz`

  const born = async (student: boolean): Promise<Soul> => {
    const [row] = await system(sql<{ id: number }>`
      insert into people.person (name, language, created_at)
      values (${`Soul ${mark()}`}, 'en', ${village.clock.at}) returning id`)
    const id = row?.id ?? 0
    const cookie = await house.db.asSystem('demonstration', (tx) => openSession(tx, id, 'demonstration'))
    const made = await house.db.asSystem('command-line', (tx) =>
      createToken(tx, { personId: id, name: 'A program', rights: ['read'], days: 30 }),
    )
    if (!made.ok) throw new Error(made.reason)
    return {
      id,
      student,
      leader: !student && chance.happens(15),
      cookie: `ciranda=${cookie}`,
      token: made.value.secret,
    }
  }
  const souls: Soul[] = []
  for (let i = 0; i < 14; i++) souls.push(await born(i % 4 === 3))
  const scopeFor = async (who: Soul | null): Promise<MemberScope> => {
    if (!who) return village.visitorScope
    const found = await house.db.asSystem('job', (tx) => recipientOf(tx, who.id))
    if (!found) throw new Error('Nobody')
    return found.scope
  }

  const settle = async (index: number): Promise<Spot> => {
    const grown = chance.some(
      souls.filter(({ student }) => !student),
      5 + chance.below(3),
    )
    const pupils = chance.some(
      souls.filter(({ student }) => student),
      1 + chance.below(2),
    )
    const [founder, second] = grown as [Soul, Soul]
    const begun = await must(
      beginCommunity(house, await scopeFor(founder), {
        name: `Spot ${index}`,
        purpose: `What brings spot ${index} together`,
        language: 'en',
        perspectives: ['teacher'],
        meeting: { on: null, at: null, where: null },
      }),
    )
    const facilitators = chance.happens(60) ? [founder, second] : [founder]
    await house.db.asSystem('demonstration', async (tx) => {
      for (const soul of [...grown.slice(1), ...pupils]) {
        const role = facilitators.includes(soul) ? 'facilitator' : chance.happens(20) ? 'observer' : 'member'
        const perspectives = [soul.student ? 'student' : soul.leader ? 'leader' : 'family'] as const
        await tx.rows(insertMembership({ communityId: begun.id, personId: soul.id, role, perspectives, at: tx.now }))
      }
    })
    const checked = grown.filter((soul) => !facilitators.includes(soul) && chance.happens(30))
    for (const soul of checked)
      await system(sql`
        insert into safeguarding.vetted (community_id, person_id, checked_by, checked_on)
        values (${begun.id}, ${soul.id}, ${founder.id}, '2026-09-01')`)
    const place = { id: begun.id, slug: begun.slug, name: `Spot ${index}`, language: 'en' as const }
    return {
      ...place,
      invented: false,
      open: false,
      members: [...grown, ...pupils],
      facilitators,
      adults: [...facilitators, ...checked],
    }
  }
  const spots: Spot[] = []
  for (let i = 1; i <= 3; i++) spots.push(await settle(i))

  const told: Told[] = []
  const voices: { thread: number; hears(who: Soul): boolean }[] = []
  const tell = (what: string, mark: string, hearers: readonly Soul[]) =>
    told.push({ mark, what, hears: (who) => who !== null && hearers.includes(who) })

  for (const spot of spots) {
    const inCircle = (circle: 'community' | 'facilitators'): readonly Soul[] =>
      circle === 'community' ? spot.members : spot.facilitators
    const grown = spot.members.filter(({ student }) => !student)
    const group = await (async () => {
      const people = chance.some(grown, 3 + chance.below(2))
      const [maker] = people as [Soul]
      const made = makeGroup(house, await scopeFor(maker), spot, { name: mark(), people: people.map(({ id }) => id) })
      return { key: `group:${(await must(made)).id}` as Chosen, people }
    })()

    for (const circle of ['community', 'community', 'facilitators'] as const) {
      const hearers = inCircle(circle)
      const opener = chance.one(spot.facilitators)
      const openerScope = await scopeFor(opener)
      const title = mark()
      const thread = await house.db.write(openerScope, (tx) =>
        openThread(tx, openerScope, {
          community: spot.id,
          subject: null,
          audience: `${circle}:${spot.id}`,
          language: 'en',
          title: `About a pebble ${title}`,
        }),
      )
      tell(`title in ${circle} of ${spot.name}`, title, hearers)
      for (let i = 0; i < 12; i++) {
        const author = chance.one(hearers)
        const scope = await scopeFor(author)
        const choices: Chosen[] =
          circle === 'community' ? ['community', 'community', 'facilitators', 'me'] : ['facilitators', 'me']
        if (circle === 'community' && group.people.includes(author)) choices.push(group.key, group.key)
        const chosen = chance.one(choices)
        const words = mark()
        const withoutName = chosen !== 'me' && !author.student && chance.happens(15)
        const saying = { thread, community: spot.id, text: `The pebble ${words} lies there.`, language: 'en' as const }
        const { id } = await must(say(house, scope, { ...saying, circle: chosen, withoutName }))
        const wide =
          chosen === 'me'
            ? []
            : chosen === 'facilitators'
              ? spot.facilitators
              : chosen === 'community'
                ? spot.members
                : group.people
        // A student's words wait for one adult's look, unless only adults would hear them anyway.
        let heard: readonly Soul[] = wide
        if (author.student && chosen === 'community') {
          heard = spot.adults
          if (chance.happens(50)) {
            await must(openForAll(house, await scopeFor(chance.one(spot.adults)), id, 1))
            heard = wide
          }
        }
        if (chosen === 'community' && heard === wide && chance.happens(15)) {
          await must(narrow(house, scope, id, 'facilitators'))
          heard = spot.facilitators
        }
        const hearing = [...heard, author]
        voices.push({ thread, hears: (who) => hearing.includes(who) })
        if (chance.happens(12)) {
          await must(withdraw(house, scope, id))
          // Its place stays; its words are gone for everybody, whoever they are.
          told.push({ mark: words, what: `withdrawn voice ${id}`, hears: () => false })
        } else tell(`voice ${id} of ${author.id} to ${chosen} in ${spot.name}`, words, hearing)
      }
      if (chance.happens(70)) {
        const words = mark()
        const summing = { community: spot.id, text: `In short ${words}`, language: 'en' as const, version: 0 }
        await must(summarise(house, openerScope, thread, summing))
        tell(`summary in ${circle} of ${spot.name}`, words, hearers)
      }
    }

    for (let i = 0; i < 3; i++) {
      const author = chance.one(grown)
      const scope = await scopeFor(author)
      const circle = chance.one(['community', 'facilitators', 'me'] as const)
      const hearers = [...(circle === 'me' ? [] : inCircle(circle)), author]
      const [question, unknown, difference, kept, shared] = [mark(), mark(), mark(), mark(), mark()]
      const asked = await must(
        raise(house, scope, spot, { aboutChild: 'no', question: `Why ${question}?`, language: 'en', circle, help: [] }),
      )
      tell(`question to ${circle} of ${spot.name}`, question, hearers)
      await must(addUnknown(house, scope, asked.id, { words: `Not known ${unknown}`, language: 'en' }))
      tell(`unknown to ${circle}`, unknown, hearers)
      await must(addDifference(house, scope, asked.id, { words: `Otherwise ${difference}`, language: 'en' }))
      tell(`difference to ${circle}`, difference, hearers)
      for (const [words, shares] of [
        [kept, false],
        [shared, circle !== 'me'],
      ] as const) {
        const answers = { provisional: `I feel ${words}`, meeting: '', together: '', change: '', dare: '' }
        const { id } = await must(reflect(house, scope, asked.id, { answers, language: 'en' }))
        if (shares) await must(share(house, scope, asked.id, id, circle))
        tell(`reflection ${shares ? `shared with ${circle}` : 'kept'}`, words, shares ? hearers : [author])
      }
    }

    for (const circle of ['community', 'facilitators'] as const) {
      const author = chance.one(grown)
      const scope = await scopeFor(author)
      const [need, thing] = [mark(), mark()]
      await must(
        sayNeed(house, scope, spot, {
          kind: 'need',
          text: `I need a pebble ${need}`,
          audience: circle,
          language: 'en',
        }),
      )
      tell(`need to ${circle} of ${spot.name}`, need, [...inCircle(circle), author])
      await must(
        shareLink(house, scope, spot, {
          title: `A pebble link ${thing}`,
          why: 'It helps.',
          audience: circle,
          language: 'en',
          address: 'https://example.org/',
        }),
      )
      tell(`thing for ${circle} of ${spot.name}`, thing, [...inCircle(circle), author])
    }
    const line = mark()
    await must(
      addLine(house, await scopeFor(chance.one(grown)), spot, { part: 'domain', words: `We care for ${line}` }),
    )
    tell(`line of ${spot.name}`, line, spot.members)
  }
  return { ...village, souls, spots, told, voices, scopeFor }
}
