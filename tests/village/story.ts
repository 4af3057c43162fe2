/** A story in the village: Rita has begun it with Joana and Marta, and every step is one call through the doors. */
import { sql } from 'kysely'
import type { VillagerName } from '../../src/demonstration/people.ts'
import { beginStory, navigation } from '../../src/modules/library/public.ts'
import { routes } from '../../src/modules/library/routes.ts'
import { urls } from '../../src/modules/library/urls.ts'
import { AddressBook } from '../../src/platform/http/address-book.ts'
import { openVillage, type Village } from './village.ts'

type Fields = Record<string, string | string[]>
/** A page as somebody got it. */
type Got = Promise<{ status: number; html: string }>

/** What stands of the story in the database. */
interface Standing {
  readonly revision: number
  readonly round: number
  readonly state: string
  readonly open_since: Date | null
  readonly entry_slug: string | null
  readonly version: number | null
  /** How many stories are published in all. */
  readonly entries: number
}

/** The village with the story; Rita does what is not said to be somebody else's act. */
export interface StoryVillage extends Village {
  readonly id: number
  readonly address: { slug: string; id: number }
  standing(): Promise<Standing>
  pass(days: number): void
  act(who: VillagerName, path: string, fields?: Fields): Promise<Response>
  page(who: VillagerName, path?: string): Got
  asVisitor(path: string): Got
  write(fields?: Fields): Promise<Response>
  ready(): Promise<Response>
  check(fields?: Fields): Promise<Response>
  ask(): Promise<Response>
  say(who: VillagerName, answer: 'yes' | 'no', reason?: string): Promise<Response>
  publish(fields?: Fields, who?: VillagerName): Promise<Response>
  /** All steps until the circle is asked. */
  toCircle(): Promise<void>
  /** All steps, and seven days: the story is out, and this is its address. */
  out(fields?: Fields): Promise<string>
}

const slug = 'reading-together'

const answers = {
  title: 'He chose the page, and began before I had asked',
  summary: 'A class of eight-year-olds reads aloud in pairs.',
  mattered: 'He knew the words. He could not bear the **turning of heads**.',
  did: 'Each pair chose one page the evening before.',
  unsure: 'Whether a screen would help. It hid him, and he said so.',
  whose: 'One who would rather not be heard by everybody.',
  language: 'en',
  age_band: '6to8',
  children: '22 children',
  possible: 'one hour a fortnight',
  dimensions: ['ethics', 'practice'],
  question: 'How can each child read aloud without fear?',
  tryouts: 'Reading in pairs',
}

const begin = (village: Village): Promise<number> =>
  village.house.db.write(village.scope('rita'), (tx) =>
    beginStory(tx, village.scope('rita'), {
      community: village.communities.reading.id,
      source: { kind: 'challenge', id: 1 },
      title: 'Draft',
      language: 'en',
      mattered: 'He knew the words.',
      provenance: { question: answers.question, tryouts: [{ title: 'Reading in pairs', outcome: 'kept' }] },
      participants: [village.people.rita, village.people.joana, village.people.marta],
    }),
  )

const standingOf = async (village: Village, id: number): Promise<Standing> => {
  const [row] = await village.house.db.asSystem('job', (tx) =>
    tx.rows(sql<Standing>`
      select s.revision, s.round, s.state, s.open_since, e.slug as entry_slug, e.version,
        (select count(*) from library.entry where kind = 'story') as entries
      from library.story s left join library.entry e on e.id = s.entry_id where s.id = ${id}`),
  )
  if (!row) throw new Error('The story is gone')
  return row
}

const got = async (answer: Response) => ({ status: answer.status, html: await answer.text() })

/** Opens it; `close` when done. */
export const openStory = async (): Promise<StoryVillage> => {
  const village = await openVillage({
    tables: [routes],
    addressBook: new AddressBook(),
    navigation: { entries: navigation, communityHome: (place) => `/c/${place}`, siteHome: () => '/' },
  })
  const id = await begin(village)
  const here = { slug, id }
  const standing = () => standingOf(village, id)
  const act = async (who: VillagerName, path: string, fields: Fields = {}) => (await village.as(who)).post(path, fields)
  const pass = (days: number) => {
    village.clock.at = new Date(village.clock.at.getTime() + days * 24 * 3600 * 1000)
  }
  const write = async (fields: Fields = {}) =>
    act('rita', urls.edit(here), { ...answers, revision: String((await standing()).revision), ...fields })
  const ready = () => act('rita', urls.readiness(here))
  const check = async (fields: Fields = {}) =>
    act('rita', urls.check(here), { revision: String((await standing()).revision), sure: 'yes', ...fields })
  const ask = () => act('rita', urls.circle(here))
  const publish = (fields: Fields = {}, who: VillagerName = 'rita') =>
    act(who, urls.publication(here), { to: 'public', licence: 'read-and-print', ...fields })
  const toCircle = async () => {
    await write()
    await ready()
    await check()
    await ask()
  }
  return {
    ...village,
    id,
    address: here,
    standing,
    pass,
    act,
    page: async (who, path = urls.story(here)) => got(await (await village.as(who)).get(path)),
    asVisitor: async (path) => got(await village.visitor().get(path)),
    write,
    ready,
    check,
    ask,
    say: async (who, answer, reason = '') =>
      act(who, urls.consents(here), { answer, reason, round: String((await standing()).round) }),
    publish,
    toCircle,
    out: async (fields) => {
      await toCircle()
      pass(7)
      await publish(fields)
      return urls.entry({ slug: (await standing()).entry_slug ?? '' })
    },
  }
}
