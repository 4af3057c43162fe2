/** What people do about notices and letters: allowed, sound, save, record, return. */
import { record } from '../../platform/facts/record.ts'
import type { House } from '../../platform/house.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import { done, type Outcome, refuse } from '../../platform/outcome.ts'
import type { MemberScope } from '../people/contract.ts'
import { mayBeToldDaily, mayKeepMail } from './access.ts'
import type { Holiday, Rhythm } from './contract.ts'
import { trialTask } from './jobs.ts'
import { stopHash } from './sending.ts'
import { holidays } from './store/notices.ts'
import * as store from './store/pages.ts'
import { isZone, nextRegular, nextSpoken } from './when.ts'

const MOST_HOLIDAYS = 60

/** Keeps how somebody wishes to be told; what waits for them already follows. */
export const chooseRhythm = async (
  house: House,
  scope: MemberScope,
  input: { rhythm: Rhythm; off: readonly string[] },
  once?: string,
): Promise<Outcome<null>> => {
  const { rhythm, off } = input
  if (rhythm.often === 'day' && !mayBeToldDaily(scope)) return refuse('often.facilitators', 'often')
  if (rhythm.zone !== null && !isZone(rhythm.zone)) return refuse('zone.odd', 'zone')
  const { timeZone } = await house.settings.current()
  return house.db.write(
    scope,
    async (tx) => {
      await tx.rows(store.putRhythm(scope, rhythm))
      await tx.rows(store.putTopicsOff(scope, off))
      const free = await tx.rows(holidays())
      const asked = nextSpoken(tx.now, rhythm, timeZone, free)
      await tx.rows(store.moveDue(scope, asked, nextRegular(tx.now, rhythm, timeZone, free)))
      return done(null)
    },
    { once },
  )
}

/** Says that one's address works again. */
export const useAddressAgain = (house: House, scope: MemberScope): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    await tx.rows(store.myAddressWorks())
    return done(null)
  })

/** Ends a kind of letter by the link in one, whoever opens it; twice is as good as once. Answers which kind. */
export const endLetters = (house: House, scope: MemberScope, token: string): Promise<Outcome<{ topic: string }>> =>
  house.db.write(scope, async (tx) => {
    const { topic } = (await tx.one(store.endTopic(stopHash(token)))) ?? { topic: null }
    return topic === null ? refuse('stop.unknown') : done({ topic })
  })

/** Adds days without letters, for everybody who keeps them. */
export const addHoliday = (
  house: House,
  scope: MemberScope,
  input: Omit<Holiday, 'id'>,
  once?: string,
): Promise<Outcome<null>> =>
  house.db.write(
    scope,
    async (tx) => {
      if (!mayKeepMail(scope)) return refuse('notYours')
      if (input.last_day < input.first_day) return refuse('holiday.backwards', 'last')
      if (Date.parse(input.last_day) - Date.parse(input.first_day) > 120 * 86_400_000)
        return refuse('holiday.long', 'last')
      if (((await tx.one(store.holidayCount()))?.count ?? 0) >= MOST_HOLIDAYS) return refuse('holiday.many', 'name')
      const added = await tx.one(store.insertHoliday(input))
      if (!added) throw new Error('A holiday could not be kept')
      await record(tx, {
        kind: 'holiday.added',
        actor: scope.personId,
        subject: { kind: 'holiday', id: added.id },
        community: null,
      })
      return done(null)
    },
    { once },
  )

/** Takes days without letters away. */
export const removeHoliday = (house: House, scope: MemberScope, id: number): Promise<Outcome<null>> =>
  house.db.write(scope, async (tx) => {
    if (!mayKeepMail(scope)) return refuse('notYours')
    if (!(await tx.one(store.deleteHoliday(id)))) return refuse('gone')
    await record(tx, {
      kind: 'holiday.removed',
      actor: scope.personId,
      subject: { kind: 'holiday', id },
      community: null,
    })
    return done(null)
  })

/** Sends a trial letter to whoever asks for it. */
export const sendTrial = (house: House, scope: MemberScope, once?: string): Promise<Outcome<null>> =>
  house.db.write(
    scope,
    async (tx) => {
      if (!mayKeepMail(scope)) return refuse('notYours')
      const [mine] = await tx.rows(store.myAddress())
      if (!mine) return refuse('trial.noAddress')
      await enqueue(tx, trialTask, { person: scope.personId }, { key: `${trialTask} ${scope.personId}` })
      return done(null)
    },
    { once },
  )
