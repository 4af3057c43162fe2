/** Delivering what has changed at a place: asked again for each who listens, shown once for all to whom it looks the same. */
import { report } from '../telemetry/report.ts'
import { type Listener, newsFor, type Seat, say } from './listener.ts'
import { closedText, lookText, newsText } from './news.ts'
import type { Callers, LivePart, LiveSource } from './source.ts'

/** What has changed at a place; without a part, anything that is shown there may have gone. */
export interface Change {
  readonly part: string | null
  readonly fresh: boolean
  readonly actor: number | null
}

/** So many are asked for one by one at the same time, so that pages still find a connection. */
const TOGETHER = 4

interface Present<Scope> {
  readonly seat: Seat<Scope>
  readonly scope: Scope
  readonly person: number | null
}

/** What delivery needs of the house. */
export interface Delivering<Scope> {
  readonly callers: Callers<Scope>
  /** The session has ended. */
  ended(listener: Listener<Scope>): void
  /** The place is no longer theirs. */
  left(seat: Seat<Scope>): void
  /** Somebody was told something. */
  told(): void
}

/** Who of those in these seats is still who they were. */
const presentIn = async <Scope>(
  { callers, ended }: Delivering<Scope>,
  seats: readonly Seat<Scope>[],
): Promise<Present<Scope>[]> => {
  const sessions = [...new Set(seats.flatMap(({ listener: { session } }) => session ?? []))]
  const proven = sessions.length > 0 ? await callers.prove(sessions) : new Map<string, Scope>()
  return seats.flatMap((seat) => {
    const { session } = seat.listener
    const scope = session === null ? callers.visitor : proven.get(session)
    if (scope === undefined) {
      ended(seat.listener)
      return []
    }
    return [{ seat, scope, person: callers.personOf(scope) }]
  })
}

const inTurn = async <T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> => {
  for (let i = 0; i < all.length; i += TOGETHER) await Promise.all(all.slice(i, i + TOGETHER).map(work))
}

/** Those who see the same, together; and those who are asked for alone. */
const sorted = <Scope>(
  callers: Callers<Scope>,
  present: readonly Present<Scope>[],
  changes: readonly Change[],
): { alone: Present<Scope>[]; alike: Present<Scope>[][] } => {
  const actors = new Set(changes.map(({ actor }) => actor))
  // Only what nobody can have answered yet looks the same to all; and who spoke without a name is known to nobody here.
  const common = changes.every(({ fresh, actor }) => fresh && actor !== null)
  const isAlone = ({ person }: Present<Scope>) => person !== null && (!common || actors.has(person))
  const alike = Map.groupBy(
    present.filter((one) => !isAlone(one)),
    ({ scope, seat: { name, listener } }) => [name, listener.lang, listener.zone, callers.alike(scope)].join('\n'),
  )
  return { alone: present.filter(isAlone), alike: [...alike.values()] }
}

/** Delivers changes of one thing to those who listen there. */
export const deliver = async <Scope>(
  house: Delivering<Scope>,
  source: LiveSource<Scope>,
  seats: readonly Seat<Scope>[],
  changes: readonly Change[],
): Promise<void> => {
  const present = await presentIn(house, seats)
  if (changes.some(({ part }) => part === null)) {
    await inTurn(present, (one) => toOne(house, source, one, [...one.seat.has.keys()]))
    return
  }
  const ids = [...new Set(changes.flatMap(({ part }) => part ?? []))]
  const { alone, alike } = sorted(house.callers, present, changes)
  const aside: Present<Scope>[] = []
  await inTurn(alike, async (group) => void aside.push(...(await toAll(house, source, group, ids))))
  await inTurn([...alone, ...aside], (one) => toOne(house, source, one, ids))
}

/** Shows it once, as the first of them sees it; answers those to whom it looks otherwise. */
const toAll = async <Scope>(
  house: Delivering<Scope>,
  source: LiveSource<Scope>,
  group: readonly Present<Scope>[],
  ids: readonly string[],
): Promise<Present<Scope>[]> => {
  const [first, ...others] = group
  const parts = first && (await shown(house, source, first, ids))
  if (!first || !parts) return others
  const apart = new Set(parts.flatMap((part) => part.apart))
  const own = parts.some((part) => part.private)
  const bytes = Buffer.from(newsText({ place: first.seat.name, parts, gone: [] }, null))
  return group.filter((one) => {
    if (one.person !== null && (own || apart.has(one.person))) return true
    const news = newsFor(one.seat, parts, ids)
    const whole = news.parts.length === parts.length && news.gone.length === 0
    if (say(one.seat.listener, whole ? bytes : newsText(news, one.person))) house.told()
    return false
  })
}

const toOne = async <Scope>(
  house: Delivering<Scope>,
  source: LiveSource<Scope>,
  one: Present<Scope>,
  ids: readonly string[],
): Promise<void> => {
  const parts = ids.length > 0 ? await shown(house, source, one, ids) : undefined
  if (parts && say(one.seat.listener, newsText(newsFor(one.seat, parts, ids), one.person))) house.told()
}

const shown = async <Scope>(
  house: Delivering<Scope>,
  source: LiveSource<Scope>,
  { seat, scope }: Present<Scope>,
  ids: readonly string[],
): Promise<readonly LivePart[] | undefined> => {
  const { lang, zone } = seat.listener
  try {
    const parts = await source.show({ scope, lang, zone, place: seat.place }, ids)
    if (parts) return parts
    say(seat.listener, closedText(seat.name))
    house.left(seat)
  } catch (error) {
    // What could not be shown is asked for anew by whoever shows the place.
    report('live delivery', error)
    say(seat.listener, lookText(seat.name))
  }
  return undefined
}
