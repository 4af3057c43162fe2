/** Settles the village: its two communities and the people in them, before anybody has said a word. */
import { beginCommunity } from '../modules/community/actions/belonging.ts'
import { insertMembership } from '../modules/community/store.ts'
import type { MemberScope, PersonId } from '../modules/people/contract.ts'
import { scopeOf } from '../modules/people/scope.ts'
import { insertAccount, insertPerson, insertSchool } from '../modules/people/store.ts'
import type { House } from '../platform/house.ts'
import { addressOf, quiet, reading, type Villager, type VillagerName } from './people.ts'

/** The settled village: who is who, and the two communities. */
export interface Settled {
  readonly people: Record<VillagerName, PersonId>
  readonly communities: { readonly reading: { id: number; slug: string }; readonly quiet: { id: number; slug: string } }
}

/** The scope of a villager, as a session would give it. */
export const villagerScope = (settled: Settled, who: VillagerName): MemberScope => {
  const personId = settled.people[who]
  const here = who in quiet ? settled.communities.quiet.id : settled.communities.reading.id
  const villager: Villager = { ...reading, ...quiet }[who]
  const reach = ['public', `me:${personId}`, `community:${here}`]
  if (villager.role === 'facilitator') reach.push(`facilitators:${here}`, `adults:${here}`)
  return scopeOf({ person_id: personId, name: villager.name, language: villager.language, site_role: null, reach })
}

const settlePeople = (house: House, people: Record<string, Villager>, schoolName: string, hash: string) =>
  house.db.asSystem('demonstration', async (tx) => {
    const school = await tx.one(insertSchool(schoolName))
    const settled: Record<string, PersonId> = {}
    for (const [who, villager] of Object.entries(people)) {
      const person = await tx.one(
        insertPerson({ name: villager.name, language: villager.language, at: tx.now, schoolId: school?.id ?? null }),
      )
      if (!person) throw new Error('A villager could not be made')
      await tx.rows(insertAccount(person.id, addressOf(who as VillagerName), hash, tx.now))
      settled[who] = person.id
    }
    return settled
  })

const gather = async (
  house: House,
  people: Record<string, Villager>,
  settled: Record<string, PersonId>,
  community: { name: string; purpose: string; language: 'en' | 'sk' },
  founder: string,
) => {
  const personId = settled[founder] as PersonId
  const scope = scopeOf({
    person_id: personId,
    name: '',
    language: community.language,
    site_role: null,
    reach: ['public', `me:${personId}`],
  })
  const begun = await beginCommunity(house, scope, {
    ...community,
    perspectives: people[founder]?.perspectives ?? [],
    meeting: { on: null, at: null, where: null },
  })
  if (!begun.ok) throw new Error(begun.reason)
  await house.db.asSystem('demonstration', async (tx) => {
    for (const [who, villager] of Object.entries(people))
      if (who !== founder)
        await tx.rows(
          insertMembership({
            communityId: begun.value.id,
            personId: settled[who] as PersonId,
            role: villager.role,
            perspectives: villager.perspectives,
            at: tx.now,
          }),
        )
  })
  return begun.value
}

/** Settles both communities; `hash` is everybody's password, hashed once. */
export const settleVillage = async (house: House, hash: string): Promise<Settled> => {
  const ria = await settlePeople(house, reading, 'Escola da Ria', hash)
  const potok = await settlePeople(house, quiet, 'Základná škola Pri Potoku', hash)
  const first = await gather(
    house,
    reading,
    ria,
    {
      name: 'Reading together',
      purpose: 'We want every child in year 3 to be able to join in when the class reads aloud.',
      language: 'en',
    },
    'ines',
  )
  const second = await gather(
    house,
    quiet,
    potok,
    {
      name: 'Quiet corners',
      purpose: 'Chceme, aby si každé dieťa vedelo počas dňa nájsť chvíľu ticha.',
      language: 'sk',
    },
    'zuzana',
  )
  return { people: { ...ria, ...potok } as Settled['people'], communities: { reading: first, quiet: second } }
}
