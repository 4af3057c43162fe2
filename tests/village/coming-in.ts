/** People without e-mail on their way in: the code, the name, the card, as tests walk them. */
import { sql } from 'kysely'
import { giveCards, makeCode } from '../../src/modules/community/code/actions.ts'
import { openCodes } from '../../src/modules/community/code/store.ts'
import { codeUrls } from '../../src/modules/community/code/urls.ts'
import type { Browser, Village } from './village.ts'

/** The way in to “Reading together”, in an open village. */
export const comingIn = (village: Village) => {
  const slug = 'reading-together'
  const place = () => ({
    id: village.communities.reading.id,
    slug,
    name: 'Reading together',
    language: 'en' as const,
    invented: false,
    open: false,
  })
  const codes = async () =>
    (
      await village.house.db.read(village.scope('ines'), openCodes(village.scope('ines'), place().id, village.clock.at))
    )[0]
  const newCode = async (whom: 'student' | 'family' | 'anybody' = 'student'): Promise<string> => {
    await makeCode(village.house, village.scope('ines'), place(), whom)
    return (await codes())[0]?.code ?? ''
  }
  const comeAs = async (name: string, code?: string): Promise<Browser> => {
    const browser = village.visitor()
    const answer = await browser.post(codeUrls.come({ code: code ?? (await newCode()) }), { name, avatar: 'snail' })
    if (answer.headers.get('location') !== codeUrls.waiting()) throw new Error(`${name} did not come in`)
    return browser
  }
  const idOf = async (name: string): Promise<number> => {
    const found = await village.house.db.asSystem('command-line', (tx) =>
      tx.one(sql<{ id: number }>`select id from people.person where name = ${name}`),
    )
    return found?.id ?? 0
  }
  /** The signs of a new card, or why there is none. */
  const cardFor = async (name: string): Promise<string> => {
    const people = [await idOf(name)]
    const made = await giveCards(village.house, village.scope('ines'), place(), { people, leadsTo: `/c/${slug}` })
    return made.ok ? (made.value[0]?.signs ?? '') : made.reason
  }
  const later = (minutes: number) => {
    village.clock.at = new Date(village.clock.at.getTime() + minutes * 60_000)
  }
  return { slug, place, codes, newCode, comeAs, idOf, cardFor, later }
}
