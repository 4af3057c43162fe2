/** Everybody who listens in this process: who sits where, what they missed while they caught up, and when they go. */
import type { Context } from 'hono'
import type { Tx } from '../db/database.ts'
import type { House } from '../house.ts'
import { report } from '../telemetry/report.ts'
import { type Change, type Delivering, deliver } from './delivery.ts'
import { type Eye, openEye } from './eye.ts'
import { countStreams, type Limits, usualLimits } from './limits.ts'
import { type Caller, type Listener, listenerFor, newsFor, type Seat, say } from './listener.ts'
import { beatText, helloText, type News, newsText } from './news.ts'
import { openOutlet } from './outlet.ts'
import { type Shown, thingOf } from './place.ts'
import type { Callers, LiveFact, LiveSource } from './source.ts'

const BEAT_MS = 15_000
/** Every fourth beat all sessions are asked for, also where nothing is said. */
const PROVE_EVERY = 4
/** After a delivery nothing more is delivered for so many times as long as it took. */
const REST_TIMES = 4
/** More than so many new parts at once, and the page does better to load again. */
const MANY = 40

/** Live pages of one process. */
export interface Live<Scope> {
  /** What a browser missed, and from here on everything that changes; a refusal by status. */
  listen(c: Context, caller: Caller<Scope>, shown: readonly Shown[], once: boolean): Promise<Response>
  /** There may be new facts. */
  wake(): void
  figures(): { readonly streams: number; readonly told: number }
  /** Ends every stream; browsers come back to another process, or to the next. */
  close(): void
}

/** Opens them; nothing happens until somebody listens. */
export const openLive = <Scope>(
  { db, clock }: Pick<House, 'db' | 'clock'>,
  callers: Callers<Scope>,
  sources: readonly LiveSource<Scope>[],
  limits: Limits = usualLimits,
): Live<Scope> => {
  const byKind = new Map(sources.map((source) => [source.kind, source]))
  const listeners = new Set<Listener<Scope>>()
  const seated = new Map<string, Set<Seat<Scope>>>()
  const counted = countStreams(limits)
  // One delivery after the other, so that nothing older comes after what is newer; what comes meanwhile gathers by place.
  const gathering = new Map<string, Change[]>()
  let working = false
  let told = 0
  let closed = false
  let beats = 0
  let beating: NodeJS.Timeout | undefined

  const eye: Eye = openEye(db, {
    kinds: [...new Set(sources.flatMap(({ facts }) => facts))],
    read: (tx, facts) => meaningOf(tx, sources, facts),
    tell: (meaning) => {
      for (const [thing, changes] of meaning) queue(thing, changes)
    },
  })

  const queue = (thing: string, changes: readonly Change[]) => {
    const all = [...(seated.get(thing) ?? [])]
    if (all.length === 0) return
    for (const { missed } of all) for (const { part } of changes) missed?.add(part ?? '')
    const waiting = gathering.get(thing)
    if (waiting) waiting.push(...changes)
    else {
      gathering.set(thing, [...changes])
      work()
    }
  }
  const work = () => {
    if (working) return
    working = true
    void (async () => {
      for (let [next] = gathering; next; [next] = gathering) {
        const [thing, changes] = next
        gathering.delete(thing)
        const source = byKind.get(thing.split(':')[0] ?? '')
        const ready = [...(seated.get(thing) ?? [])].filter(({ missed }) => missed === undefined)
        const begun = performance.now()
        if (source && ready.length > 0)
          await deliver(delivering, source, ready, changes).catch((error) => report('live delivery', error))
        // In a storm of words they come in gusts: whoever reads and writes goes first.
        await new Promise((done) => setTimeout(done, REST_TIMES * (performance.now() - begun)))
      }
      working = false
    })()
  }

  const leave = (seat: Seat<Scope>) => {
    const seats = seated.get(thingOf(seat.place))
    seats?.delete(seat)
    if (seats?.size === 0) seated.delete(thingOf(seat.place))
  }
  const gone = (listener: Listener<Scope>) => {
    if (!listeners.delete(listener)) return
    for (const seat of listener.seats) leave(seat)
    if (listeners.size > 0) return
    eye.close()
    clearInterval(beating)
  }
  // Made here, it holds nothing of the request on for as long as somebody listens.
  const whenGone = (listener: Listener<Scope>, giveBack: () => void) => () => {
    gone(listener)
    giveBack()
  }
  const end = (listener: Listener<Scope>) => {
    gone(listener)
    listener.outlet?.end()
  }
  const delivering: Delivering<Scope> = {
    callers,
    ended: end,
    left: (seat) => {
      leave(seat)
      const { seats } = seat.listener
      seats.splice(seats.indexOf(seat), 1)
      if (seats.length === 0) end(seat.listener)
    },
    told: () => {
      told += 1
    },
  }

  const beat = () => {
    beats += 1
    const bytes = Buffer.from(beatText)
    for (const listener of listeners) say(listener, bytes)
    if (beats % PROVE_EVERY === 0) void proveAll().catch((error) => report('live sessions', error))
  }
  const proveAll = async () => {
    const all = [...listeners].filter(({ session }) => session !== null)
    if (all.length === 0) return
    const proven = await callers.prove([...new Set(all.flatMap(({ session }) => session ?? []))])
    for (const listener of all) if (!proven.has(listener.session ?? '')) end(listener)
  }

  const join = async (listener: Listener<Scope>) => {
    if (listeners.size === 0) {
      beating = setInterval(beat, BEAT_MS)
      beating.unref()
    }
    listeners.add(listener)
    for (const seat of listener.seats) {
      const thing = thingOf(seat.place)
      const seats = seated.get(thing) ?? new Set()
      seated.set(thing, seats.add(seat))
    }
    await eye.open()
  }

  /** What has changed since the browser drew what it has; nothing for a place that is not theirs. */
  const caughtUp = async ({ scope, lang, zone }: Caller<Scope>, seat: Seat<Scope>): Promise<News | undefined> => {
    const source = byKind.get(seat.place.kind)
    const look = { scope, lang, zone, place: seat.place }
    const there = await source?.show(look)
    if (!source || !there) return undefined
    const stands = new Set(there.map(({ id }) => id))
    const had = seat.has.size
    const besides = [...seat.has.keys()].filter((id) => !stands.has(id))
    const more = (besides.length > 0 && (await source.show(look, besides))) || []
    const news = newsFor(seat, [...there, ...more], besides)
    return seat.has.size - had > MANY ? { ...news, again: true } : news
  }

  const catchUp = async (listener: Listener<Scope>, caller: Caller<Scope>) => {
    const news: News[] = []
    for (const seat of [...listener.seats]) {
      const one = await caughtUp(caller, seat)
      if (one) news.push(one)
      else {
        leave(seat)
        listener.seats.splice(listener.seats.indexOf(seat), 1)
      }
    }
    return news
  }

  /** What happened at its places while it caught up. */
  const settle = (listener: Listener<Scope>) => {
    for (const seat of listener.seats) {
      const missed = [...(seat.missed ?? [])]
      seat.missed = undefined
      const source = byKind.get(seat.place.kind)
      if (missed.length === 0 || !source) continue
      const changes = missed.map((part) => ({ part: part || null, fresh: false, actor: null }))
      void deliver(delivering, source, [seat], changes).catch((error) => report('live delivery', error))
    }
  }

  return {
    listen: async (c, caller, shown, once) => {
      const person = callers.personOf(caller.scope)
      const busy = () => c.body(null, 429, { 'retry-after': '60', 'cache-control': 'no-store' })
      if (closed) return c.body(null, 503, { 'retry-after': '2', 'cache-control': 'no-store' })
      if (!counted.mayAsk(caller.counted, clock.now())) return busy()
      const giveBack = once ? () => undefined : counted.take(caller.counted, person !== null)
      if (!giveBack) return busy()
      const listener = listenerFor(caller, shown)
      try {
        if (!once) await join(listener)
        const news = await catchUp(listener, caller)
        if (news.length === 0) {
          gone(listener)
          giveBack()
          return c.body(null, 204, { 'cache-control': 'no-store' })
        }
        const { outlet, response } = openOutlet(c, whenGone(listener, giveBack))
        listener.outlet = outlet
        say(listener, helloText(listener.seats.map(({ name }) => name)))
        for (const one of news) say(listener, newsText(one, person))
        if (once || closed) outlet.end()
        else settle(listener)
        return response
      } catch (error) {
        gone(listener)
        giveBack()
        throw error
      }
    },
    wake: () => {
      if (listeners.size > 0) eye.wake()
    },
    figures: () => ({ streams: counted.open(), told }),
    close: () => {
      closed = true
      for (const listener of [...listeners]) end(listener)
    },
  }
}

/** Which facts mean what, by thing. */
const meaningOf = async <Scope>(tx: Tx, sources: readonly LiveSource<Scope>[], facts: readonly LiveFact[]) => {
  const meaning = new Map<string, Change[]>()
  for (const source of sources) {
    const own = facts.filter(({ kind }) => source.facts.includes(kind))
    if (own.length === 0) continue
    const touched = await source.touched(tx, own)
    for (const { id, actor } of own) {
      const where = touched.get(id)
      if (!where) continue
      const thing = thingOf({ kind: source.kind, id: where.place })
      const change = { part: where.part, fresh: where.fresh === true, actor }
      meaning.set(thing, [...(meaning.get(thing) ?? []), change])
    }
  }
  return meaning
}
