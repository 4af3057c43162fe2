/** The village with a mail server of its own: things happen, letters are written when time has come. */
import { sql } from 'kysely'
import type { VillagerName } from '../../src/demonstration/people.ts'
import { noticeReader, type Sources } from '../../src/modules/notification/notices.ts'
import { beginLetter, type Sending, sendLetter } from '../../src/modules/notification/sending.ts'
import type { Notice, Urgency } from '../../src/platform/facts/notice.ts'
import { record } from '../../src/platform/facts/record.ts'
import type { House } from '../../src/platform/house.ts'
import { openPost } from '../../src/platform/mail/post.ts'
import { type MailServer, openMailServer } from './mail-server.ts'
import { openVillage, type Village } from './village.ts'

/** The village, its server, and short ways to let things happen. */
export interface LetterVillage extends Village {
  readonly server: MailServer
  readonly sending: Sending
  /** What each thing says when it is told; nothing when it holds no more. */
  readonly saying: Map<number, Notice | undefined>
  addressOf(who: VillagerName): Promise<string>
  /** Lets minutes pass. */
  later(minutes: number): void
  /** Something happened that concerns somebody; answers its number. */
  happens(who: VillagerName, kind: 'ask.made' | 'thing.done', notice?: Partial<Notice>): Promise<number>
  /** What the queue would do now for somebody. */
  round(who: VillagerName): Promise<void>
  /** The states of all letters, oldest first. */
  states(): Promise<string[]>
  system<Row>(query: ReturnType<typeof sql<Row>>): Promise<Row[]>
  /** As if nothing had happened. */
  clear(): Promise<void>
}

/** Opens it; `close` when done. */
export const openLetters = async (): Promise<LetterVillage> => {
  const village = await openVillage()
  const server = await openMailServer()
  const house: House = { ...village.house, mailWay: 'server' }
  const saying = new Map<number, Notice | undefined>()
  let named: number[] = []
  let thing = 1000
  const source = (kind: string, urgency: Urgency): Sources[number] => ({
    facts: [kind],
    topic: { key: kind, label: () => `about ${kind}` },
    urgency,
    audience: async () => named,
    say: async (_, { subject }) => saying.get(subject.id),
  })
  const sources: Sources = [source('ask.made', 'asked'), source('thing.done', 'told')]
  const sending = { house, sources, post: openPost(house.db, 'server', server.url, 'ciranda@village.example') }
  const system: LetterVillage['system'] = (query) => house.db.asSystem('job', (tx) => tx.rows(query))
  return {
    ...village,
    server,
    sending,
    saying,
    system,
    addressOf: async (who) =>
      (
        await system(sql<{ email: string }>`select email from people.account where person_id = ${village.people[who]}`)
      )[0]?.email ?? '',
    later: (minutes) => {
      village.clock.at = new Date(village.clock.at.getTime() + minutes * 60_000)
    },
    happens: async (who, kind, notice = {}) => {
      thing += 1
      named = [village.people[who]]
      saying.set(thing, {
        subject: 'Rita asks you something',
        text: 'How does he read at home?',
        button: { label: 'Answer', href: `/answer/${thing}` },
        ...notice,
      })
      const subject = { kind: 'thing', id: thing }
      await house.db.asSystem('facts', async (tx) => {
        await record(tx, { kind, actor: null, subject, community: null })
        const kept = await tx.one(sql<{ id: number }>`
          select id from platform.fact where subject_kind = 'thing' and subject_id = ${thing}`)
        const told = { id: kept?.id ?? 0, at: village.clock.at, kind, subject, community: null }
        await noticeReader(house.settings, sources).take(tx, [told])
      })
      return thing
    },
    round: async (who) => {
      const begun = await beginLetter(sending, village.people[who])
      if (begun !== undefined) await sendLetter(sending, begun)
      for (const { id } of await system(sql<{ id: number }>`
        select id from notification.letter where state = 'waiting' and next_at <= ${village.clock.at}`))
        await sendLetter(sending, id)
    },
    states: async () =>
      (await system(sql<{ state: string }>`select state from notification.letter order by id`)).map(
        ({ state }) => state,
      ),
    clear: async () => {
      server.letters.length = 0
      server.busy = false
      server.unknown.clear()
      saying.clear()
      for (const table of ['notice', 'letter', 'topic_off', 'rhythm'])
        await system(sql`delete from notification.${sql.ref(table)}`)
      await system(sql`delete from platform.bounced_address`)
    },
    close: async () => {
      await server.close()
      await village.close()
    },
  }
}
