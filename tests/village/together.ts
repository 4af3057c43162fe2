/** The village with a meeting of Reading together: planned, begun, and short ways to look at it. */
import { sql } from 'kysely'
import type { VillagerName } from '../../src/demonstration/people.ts'
import type { MeetingKind } from '../../src/modules/meeting/contract.ts'
import { entriesOf, heldMeeting, presentAt } from '../../src/modules/meeting/running/store/run.ts'
import { movedIn, stepsOf } from '../../src/modules/meeting/running/store/step.ts'
import { urls } from '../../src/modules/meeting/urls.ts'
import type { Place } from '../../src/modules/people/contract.ts'
import { type Browser, openVillage, type Village } from './village.ts'

/** The village, and the meeting that `plan` made last. */
export interface MeetingVillage extends Village {
  readonly place: Place
  /** Its address. */
  where(): { slug: string; id: number }
  /** Plans a meeting for today; answers its number. */
  plan(kind?: MeetingKind): Promise<number>
  /** Begins it with some people and a guest; answers Inês's browser. */
  begin(...names: VillagerName[]): Promise<Browser>
  read(): ReturnType<typeof whole>
  /** The number of somebody's seat in the circle. */
  seatOf(who: VillagerName): Promise<string>
  /** Presses next or back as seen from a place. */
  goOn(who: VillagerName, seen: number, way?: 'next' | 'back'): Promise<Response>
  /** The one screen as somebody sees it. */
  pageOf(who: VillagerName): Promise<string>
}

const whole = async (village: Village, community: number, id: number) => {
  const scope = village.scope('rita')
  const [[on], circle, entries, steps, moved] = await village.house.db.read(
    scope,
    heldMeeting(scope, community, id),
    presentAt(scope, id),
    entriesOf(scope, id),
    stepsOf(scope, id),
    movedIn(scope, id),
  )
  if (!on) throw new Error('The meeting is gone')
  return { on, circle, entries, steps, moved }
}

/** Opens it; `close` when done. */
export const openTogether = async (): Promise<MeetingVillage> => {
  const village = await openVillage()
  const { id: community, slug } = village.communities.reading
  const place: Place = { id: community, slug, name: 'Reading together', language: 'en', invented: true, open: false }
  let id = 0
  const where = () => ({ slug, id })
  const read = () => whole(village, community, id)
  return {
    ...village,
    place,
    where,
    read,
    plan: async (kind = 'usual') => {
      const question = kind === 'usual' ? 'Who chooses the page?' : ''
      const row = await village.house.db.asSystem('job', async (tx) => {
        if (kind === 'first') await tx.rows(sql`delete from meeting.meeting where kind = 'first'`)
        return tx.one(sql<{ id: number }>`
          insert into meeting.meeting
            (community_id, audience, kind, day, at, zone, place, question, language, planned_at, changed_at)
          values (${community}, ${`community:${community}`}, ${kind}, '2026-11-24', '16:30', 'Europe/Lisbon', 'The library',
            ${question}, 'en', ${tx.now}, ${tx.now}) returning id`)
      })
      id = row?.id ?? 0
      return id
    },
    begin: async (...names) => {
      const ines = await village.as('ines')
      const people = names.map((name) => String(village.people[name]))
      const sent = await ines.post(urls.present(where()), { people, guests: 'Dona Rosa\n' })
      if (sent.status !== 303) throw new Error(`The meeting did not begin: ${sent.status}`)
      return ines
    },
    seatOf: async (who) => String((await read()).circle.find((one) => one.person_id === village.people[who])?.id),
    goOn: async (who, seen, way = 'next') =>
      (await village.as(who)).post(urls.station(where()), { seen: String(seen), way }),
    pageOf: async (who) => (await (await village.as(who)).get(urls.together(where()))).text(),
  }
}
