/** The village where things are shared: brought by the form, looked for by their address, and what letters say of them. */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { VillagerName } from '../../src/demonstration/people.ts'
import { routes as communityRoutes } from '../../src/modules/community/routes.ts'
import { notices } from '../../src/modules/exchange/things/notices.ts'
import { thingsRoutes } from '../../src/modules/exchange/things/routes.ts'
import { newestThings } from '../../src/modules/exchange/things/store.ts'
import { bringsFile, urls } from '../../src/modules/exchange/things/urls.ts'
import { recipientOf } from '../../src/modules/people/public.ts'
import { routes as peopleRoutes } from '../../src/modules/people/routes.ts'
import { AddressBook } from '../../src/platform/http/address-book.ts'
import { openVillage } from './village.ts'

/** What somebody fills in. */
export interface Form {
  readonly file?: Uint8Array
  readonly name?: string
  readonly type?: string
  readonly once?: string
  readonly fields?: Readonly<Record<string, string>>
}
/** The form as a browser sends it. */
export const formOf = ({ file, name = 'Tomas Silva 4b.jpg', type = '', once, fields = {} }: Form): FormData => {
  const form = new FormData()
  const words = {
    title: 'Quiet corner',
    why: 'It calms.',
    alt: 'A tent of cloth.',
    audience: 'community',
    language: 'en',
  }
  for (const [field, value] of Object.entries({ what: 'file', ...words, ...fields })) form.set(field, value)
  form.set('once', once ?? randomBytes(18).toString('base64url'))
  if (file) form.set('file', new File([new Uint8Array(file)], name, { type }))
  return form
}

/** Opens it, with its ways; `close` when done. */
export const openSharing = async () => {
  const village = await openVillage({
    tables: [peopleRoutes, ...communityRoutes, thingsRoutes],
    navigation: { entries: [], communityHome: (slug) => `/c/${slug}`, siteHome: () => '/today' },
    addressBook: new AddressBook(),
    bringsFile,
  })
  const place = village.communities.reading
  const owner = <Row>(query: ReturnType<typeof sql<Row>>) =>
    village.house.db.asSystem('command-line', (tx) => tx.rows(query))
  const passes = (ms: number) => {
    village.clock.at = new Date(village.clock.at.getTime() + ms)
  }
  const share = () => urls.share({ slug: place.slug })

  /** Somebody brings a file by the form; answers its number and its key. */
  const brings = async (who: VillagerName, form: Form) => {
    const answer = await (await village.as(who)).upload(share(), formOf(form))
    const id = Number(answer.headers.get('location')?.split('/').at(-1))
    if (!id) throw new Error(`${answer.status} ${(await answer.text()).match(/<li><a href="#\w+">(.*?)</)?.[1]}`)
    const [row] = await owner(sql<{ file_key: string }>`select file_key from exchange.thing where id = ${id}`)
    return { id, key: row?.file_key ?? '' }
  }
  const page = async (who: VillagerName, address: string) => {
    const answer = await (await village.as(who)).get(address)
    return { status: answer.status, text: await answer.text() }
  }
  const bytesFor = async (who: VillagerName | 'visitor', key: string, slug = place.slug) => {
    const browser = who === 'visitor' ? village.visitor() : await village.as(who)
    return browser.get(urls.file({ slug, key }))
  }
  const kept = async (key: string) => (await village.house.files.open(key)) !== undefined
  const things = () => owner(sql<{ n: number }>`select count(*)::int as n from exchange.thing`)
  const listed = async (who: VillagerName) =>
    (await village.house.db.read(village.scope(who), newestThings(village.scope(who), [place.id], 50)))[0].map(
      ({ id }) => id,
    )
  /** What the newest fact of a kind tells somebody now; nothing when it does not concern them. */
  const told = async (who: VillagerName, kind: string) => {
    const [fact] = await owner(sql<{ id: number; at: Date; subject_id: number }>`
      select id, at, subject_id from platform.fact where kind = ${kind} order by id desc limit 1`)
    const source = notices(village.house).find(({ facts }) => facts.includes(kind))
    if (!fact || !source) throw new Error(`Nothing of the kind ${kind}`)
    const whole = {
      id: fact.id,
      at: fact.at,
      kind,
      subject: { kind: 'thing', id: fact.subject_id },
      community: place.id,
    }
    const audience = await village.house.db.asSystem('facts', (tx) => source.audience(tx, whole))
    const to = await village.house.db.asSystem('job', (tx) => recipientOf(tx, village.people[who]))
    if (!to || !audience.includes(village.people[who])) return undefined
    return source.say({ scope: to.scope, lang: 'en', zone: 'Europe/Lisbon', on: 'letter' }, whole)
  }
  /** Seated among the adults, as checked people of a school are. */
  const adult = (who: VillagerName) =>
    owner(sql`insert into platform.seat (person_id, audience) values (${village.people[who]}, ${`adults:${place.id}`})
      on conflict do nothing`)
  return { village, place, owner, passes, share, brings, page, bytesFor, kept, things, listed, told, adult }
}

/** It. */
export type Sharing = Awaited<ReturnType<typeof openSharing>>
