/** The people and communities of a corpus: who writes somewhere belongs there. */
import { perspectives } from '../../modules/community/contract.ts'
import { communitiesBySlug, insertSeats, lookAtSeats, type Seat } from '../../modules/community/store/invented.ts'
import { insertCommunity, nextCommunityId } from '../../modules/community/store.ts'
import { passwordHash } from '../../modules/people/secret.ts'
import { insertInvented, peopleByEmail } from '../../modules/people/store/invented.ts'
import type { Database } from '../../platform/db/database.ts'
import type { Survey, User } from './survey.ts'

const PEOPLE_AT_ONCE = 200
const SEATS_AT_ONCE = 5000

/** What of something was not there before, and the database's numbers by the corpus' own. */
export interface Settled {
  readonly ids: ReadonlyMap<number, number>
  readonly fresh: number
}

/** One hash for each password, not for each person: equal passwords are known to be equal in a corpus anyway. */
export const hashesOf = async (users: Iterable<User>): Promise<Map<string, string>> => {
  const passwords = [...new Set([...users].map(({ password }) => password))]
  return new Map(await Promise.all(passwords.map(async (one) => [one, await passwordHash(one)] as const)))
}

/** Makes the people who are not there yet; they are found again by their addresses of mail. */
export const settlePeople = async (db: Database, { users, communities, writers }: Survey): Promise<Settled> => {
  const speaks = new Map<number, string>()
  for (const [id, here] of writers)
    for (const user of here) if (!speaks.has(user)) speaks.set(user, communities.get(id)?.language ?? 'en')
  const all = [...users.values()]
  const hashes = await hashesOf(all)
  const ids = new Map<string, number>()
  let fresh = 0
  for (let at = 0; at < all.length; at += PEOPLE_AT_ONCE) {
    const some = all.slice(at, at + PEOPLE_AT_ONCE)
    await db.asSystem('import', async (tx) => {
      const invented = some.map(({ id, displayName: name, email, password, createdAt }) => ({
        name,
        language: speaks.get(id) ?? 'en',
        email,
        hash: hashes.get(password) ?? '',
        at: createdAt,
      }))
      fresh += (await tx.rows(insertInvented(invented))).length
      for (const { id, email } of await tx.rows(peopleByEmail(some.map(({ email }) => email))))
        ids.set(email.toLowerCase(), id)
    })
  }
  return { ids: new Map(all.map(({ id, email }) => [id, ids.get(email.toLowerCase()) ?? 0])), fresh }
}

/** Makes the communities that are not there yet: open to every visitor, and marked as invented. */
export const settleCommunities = (db: Database, { communities, topics }: Survey): Promise<Settled> =>
  db.asSystem('import', async (tx) => {
    const first = new Map<number, Date>()
    for (const { communityId, createdAt } of topics.values())
      if (createdAt < (first.get(communityId) ?? tx.now)) first.set(communityId, createdAt)
    const all = [...communities.values()]
    const known = await tx.rows(communitiesBySlug(all.map(({ slug }) => slug)))
    const there = new Map(known.map(({ slug, id }) => [slug, id]))
    const ids = new Map<number, number>()
    for (const { id, slug, name, description: purpose, language } of all) {
      const number = there.get(slug) ?? (await tx.one(nextCommunityId()))?.id ?? 0
      ids.set(id, number)
      if (there.has(slug)) continue
      const at = first.get(id) ?? tx.now
      await tx.rows(insertCommunity({ id: number, slug, name, purpose, language, at, invented: true, open: true }))
    }
    return { ids, fresh: all.length - there.size }
  })

// Nobody is a student: what students write waits for a look, and a corpus has nobody who would give it.
const dealt = perspectives.filter((one) => one !== 'student')

/**
 * Seats everybody where they write; the first who wrote somewhere facilitates there. A corpus knows no perspectives:
 * they are dealt out in turn. Answers how many seats there are and how many were new.
 */
export const settleSeats = async (
  db: Database,
  { writers, users }: Survey,
  people: Settled,
  communities: Settled,
): Promise<{ readonly all: number; readonly fresh: number }> => {
  const seats = [...writers].flatMap(([community, here]) =>
    [...here].map(
      (user, place): Seat => ({
        community: communities.ids.get(community) ?? 0,
        person: people.ids.get(user) ?? 0,
        role: place === 0 ? 'facilitator' : 'member',
        perspective: dealt[user % dealt.length] ?? 'teacher',
        at: users.get(user)?.createdAt ?? new Date(0),
      }),
    ),
  )
  let fresh = 0
  for (let at = 0; at < seats.length; at += SEATS_AT_ONCE) {
    fresh += (await db.asSystem('import', (tx) => tx.rows(insertSeats(seats.slice(at, at + SEATS_AT_ONCE))))).length
    // Each seat changes others; how that is best found was planned while there were none.
    await db.asSystem('import', (tx) => tx.rows(lookAtSeats))
  }
  return { all: seats.length, fresh }
}
