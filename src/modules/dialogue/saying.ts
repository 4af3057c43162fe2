/** Saying something inside a transaction that may do more than that: what is said, and how it is kept. */
import type { Tx } from '../../platform/db/database.ts'
import { record } from '../../platform/facts/record.ts'
import type { Subject } from '../../platform/http/address-book.ts'
import { done, type Outcome, refuse } from '../../platform/outcome.ts'
import type { Language } from '../../platform/words/words.ts'
import type { Chosen } from '../community/contract.ts'
import { audienceOf, belongsTo } from '../community/public.ts'
import type { MemberScope, PersonId } from '../people/contract.ts'
import { answersAbout, mayBeHeardBy, type NameAnswer, namesIn, noteNames } from '../safeguarding/public.ts'
import { choicesWithin, narrowerOf } from './circles.ts'
import type { ContributionId, ThreadId } from './contract.ts'
import { contribution, hearIt, wordsOf } from './contribution.ts'
import { noteOf } from './covering/note.ts'
import { setNote } from './covering/store.ts'
import { sourceOf } from './learning/learning.ts'
import type { Manner } from './learning/manner.ts'
import { insertLearned, setManner } from './learning/store.ts'
import { whomItCalls } from './mentioning/calling.ts'
import { insertMentions } from './mentioning/store.ts'
import { insertUnnamed } from './nameless/store.ts'
import { maySpeak } from './pacing/pace.ts'
import { holdPace } from './pacing/store.ts'
import { type Quoting, quotable } from './quoting/quoting.ts'
import { insertQuote } from './quoting/store.ts'
import { contributionById } from './store/contributions.ts'
import { insertContribution } from './store/saying.ts'
import { roomById } from './store/threads.ts'

/** What somebody says. */
export interface Saying {
  readonly thread: ThreadId
  /** The community of the page it was written on. */
  readonly community: number
  readonly text: string
  readonly language: Language
  readonly circle: Chosen
  readonly replyTo?: ContributionId | undefined
  /** Who said it, where the asking person only writes it down. */
  readonly saidBy?: PersonId | undefined
  /** Whether nobody is told who says it, now or later. */
  readonly withoutName?: boolean | undefined
  /** In which way it is meant; plainly, unless told. */
  readonly manner?: Manner | undefined
  /** A note before it. */
  readonly note?: string | undefined
  /** Where it was learned, when not from what it answers; of another kind than a contribution, the caller has looked it up. */
  readonly learnedFrom?: Subject | undefined
  /** Words of another contribution that it carries. */
  readonly quote?: Quoting | undefined
  /** What was answered, where the words may hold a child’s name. */
  readonly names?: NameAnswer | undefined
  /** Whether it is refused as `names.ask` while that is not answered; otherwise the caller has asked. */
  readonly asksNames?: boolean | undefined
  /** Whether a name that calls nobody who will hear it is refused, so that it can be mended. */
  readonly strictNames?: boolean | undefined
  /** Whether it is said for somebody who asked for it, so that it is nobody's turn. */
  readonly forSomebody?: boolean | undefined
  /** The question that it answers, and who asked it. */
  readonly ask?: { readonly id: number; readonly by: number } | undefined
}

/** What has to be known before anything is said: the room, and where others will hear it its pace, whether they may, and names. */
const beforehand = async (tx: Tx, scope: MemberScope, saying: Saying) => {
  const { thread, community, text, note = '', language, circle, names: answer } = saying
  const find = roomById(scope, thread)
  if (circle === 'me') return { room: await tx.one(find) }
  const names = saying.asksNames
    ? namesIn(scope, community, { texts: [text, note], language, circle, answer })
    : undefined
  const judge = answersAbout(saying.saidBy ?? scope.personId, community)
  const [[room], [pace], [judged], people] = await tx.flight(
    find,
    holdPace(thread),
    judge,
    ...(names ? [names.query] : []),
  )
  return { room, pace, judged, names: (names?.found(people ?? []).length ?? 0) > 0 }
}

/** Says something in a thread, heard at once; a student’s words by the adults at once, and by all after one look. Refuses with the keys of `say.…`. */
export const sayWithin = async (
  tx: Tx,
  scope: MemberScope,
  saying: Saying,
): Promise<Outcome<{ id: ContributionId }>> => {
  const { room, names, pace, judged } = await beforehand(tx, scope, saying)
  if (!room || room.community_id !== saying.community || !belongsTo(scope, room.community_id))
    return refuse('say.noThread')
  if (names) return refuse('names.ask', 'names')
  const answered = saying.replyTo === undefined ? undefined : await tx.one(contributionById(scope, saying.replyTo))
  if (saying.replyTo !== undefined && answered?.thread_id !== room.id) return refuse('say.noVoice')
  if (answered?.waits) return refuse('say.waits')
  const quoted = saying.quote ? await quotable(tx, scope, room.id, saying.quote) : done(undefined)
  if (!quoted.ok) return quoted
  const source = await sourceOf(tx, scope, saying)
  if (!source.ok) return source
  const limit = [answered, quoted.value].reduce(
    (narrowest, other) => (other ? narrowerOf(narrowest, other.audience) : narrowest),
    room.audience,
  )
  if (!choicesWithin(limit, room.groups).includes(saying.circle)) return refuse('say.tooWide', 'audience')
  if (saying.withoutName && saying.circle === 'me') return refuse('nameless.me', 'audience')
  if (saying.circle !== 'me') {
    const called = saying.ask !== undefined || saying.saidBy !== undefined || saying.forSomebody === true
    const may = maySpeak(pace, tx.now, called)
    if (!may.ok) return may
    if (!mayBeHeardBy(judged, tx.now).ok) return refuse(saying.saidBy === undefined ? 'say.notHeard' : 'write.notHeard')
  }
  const audience = audienceOf(saying.circle, scope, room.community_id)
  const calling = { thread: room.id, community: room.community_id, audience, text: saying.text }
  const called = await whomItCalls(tx, scope, { ...calling, strict: saying.strictNames === true })
  if (!called.ok) return called
  const kept = wordsOf(saying)
  const about = {
    thread: room.id,
    // One level deep: an answer to an answer stands beside it.
    replyTo: answered ? (answered.reply_to ?? answered.id) : null,
    audience,
    ...kept,
    at: tx.now,
  }
  const row = await tx.one(
    saying.withoutName
      ? insertUnnamed(about)
      : insertContribution(scope, { ...about, ask: saying.ask, saidBy: saying.saidBy }),
  )
  if (!row) throw new Error('A contribution could not be kept')
  const said = {
    kind: 'contribution.said',
    actor: saying.withoutName ? null : scope.personId,
    subject: contribution(row.id),
    community: room.community_id,
  } as const
  await hearIt(tx, row.id, kept)
  await record(tx, said)
  await noteNames(tx, said, saying.names)
  if (saying.manner && saying.manner !== 'said') await tx.rows(setManner(scope, row.id, saying.manner))
  const note = noteOf(saying.note)
  if (note !== null) await tx.rows(setNote(row.id, note, tx.now))
  if (source.value) await tx.rows(insertLearned(row.id, source.value, tx.now))
  if (saying.quote && quoted.value) await tx.rows(insertQuote(row.id, quoted.value, saying.quote.words))
  if (called.value.length > 0) await tx.rows(insertMentions(row.id, called.value, tx.now))
  if (row.waits) await record(tx, { ...said, kind: 'contribution.waits' })
  else if (called.value.length > 0) await record(tx, { ...said, kind: 'contribution.mentioned' })
  return done({ id: row.id })
}
