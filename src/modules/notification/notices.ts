/** Facts come in, notices are put down: in one transaction with the reader's place, so that nobody is told twice. */
import type { Tx } from '../../platform/db/database.ts'
import type { NoticeSource } from '../../platform/facts/notice.ts'
import type { FactReader, ToldFact } from '../../platform/facts/reader.ts'
import type { SettingsBook } from '../../platform/settings/settings.ts'
import type { MemberScope } from '../people/contract.ts'
import { peopleAmong } from '../people/public.ts'
import { type Rhythm, usualRhythm } from './contract.ts'
import { holidays, insertNotices, rhythmsOf } from './store/notices.ts'
import { type Holidays, nextRegular, nextSpoken } from './when.ts'

/** What modules tell of facts. */
export type Sources = readonly NoticeSource<MemberScope>[]

/** What was said can be taken back without a trace for ten minutes; nobody is told before that. */
export const UNDO_MS = 10 * 60_000

/** The first source that tells of a kind of fact: a kind has one teller. */
export const sourceOf = (sources: Sources, kind: string) => sources.find(({ facts }) => facts.includes(kind))

const dueFor = (fact: ToldFact, now: Date, source: Sources[number], siteZone: string, free: Holidays) => {
  if (source.alert) return (): Date => now
  const asked = source.urgency === 'asked'
  const from = new Date(Math.max(fact.at.getTime() + UNDO_MS, now.getTime()))
  const known = new Map<string, Date>()
  return (rhythm: Rhythm): Date => {
    // Most people keep the usual hours: thousands ask the same.
    const key = JSON.stringify(rhythm)
    const due = known.get(key) ?? (asked ? nextSpoken : nextRegular)(from, rhythm, siteZone, free)
    known.set(key, due)
    return due
  }
}

const putDown = async (tx: Tx, settings: SettingsBook, source: Sources[number], fact: ToldFact) => {
  const named = [...new Set(await source.audience(tx, fact))]
  if (named.length === 0) return
  const people = (await tx.rows(peopleAmong(named))).map(({ id }) => id)
  if (people.length === 0) return
  const { timeZone } = await settings.current()
  const rhythms = new Map(
    (await tx.rows(rhythmsOf(people))).map(({ person_id, ...rhythm }) => [person_id, rhythm] as const),
  )
  const dueOf = dueFor(fact, tx.now, source, timeZone, await tx.rows(holidays()))
  await tx.rows(
    insertNotices({
      fact: fact.id,
      at: fact.at,
      kind: fact.kind,
      subject: fact.subject,
      community: fact.community,
      topic: source.topic.key,
      urgency: source.urgency,
      people,
      due: people.map((person) => dueOf(rhythms.get(person) ?? usualRhythm)),
    }),
  )
}

/** The reader behind all notices. What happened before it first came is told to nobody. */
export const noticeReader = (settings: SettingsBook, sources: Sources): FactReader => ({
  name: 'notification',
  begins: 'now',
  take: async (tx, facts) => {
    for (const fact of facts) {
      const source = sourceOf(sources, fact.kind)
      if (source) await putDown(tx, settings, source, fact)
    }
  },
})
