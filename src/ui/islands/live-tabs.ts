/** One stream for all windows of a browser: one of those that are seen holds it and passes on what it hears. */
import { liveUrls } from '../../platform/live/urls.ts'
import { type Heard, openWire, type Wire } from './live-wire.ts'

/** A place that a page shows, and what it has of it. */
export interface LiveSpot {
  /** Its name, and its parts with their marks: `thread:12:1` and `voice-5.1x2y`. */
  wants(): { readonly name: string; readonly has: readonly string[] }
  hear(heard: Heard): void
  /** Nothing is to be heard here any more. */
  turnedAway(): void
}

type Wants = ReturnType<LiveSpot['wants']>[]
type Said = { readonly tab: string } & (
  | { readonly wants: Wants }
  | { readonly heard: Heard }
  | { readonly asks: true }
  | { readonly away: true }
)

const NAME = 'ciranda-live'
const GATHER_MS = 80

const spots = new Set<LiveSpot>()
const others = new Map<string, Wants>()
const tab = Math.random().toString(36).slice(2)
const channel = 'BroadcastChannel' in window ? new BroadcastChannel(NAME) : undefined
let wire: Wire | undefined
let leading = false
let step: (() => void) | undefined
let gathering = 0

const own = (): Wants => [...spots].map((spot) => spot.wants())

/** What all windows want together; of a place shown twice only what both have alike is had. */
const together = (): Map<string, Set<string>> => {
  const all = new Map<string, Set<string>>()
  for (const { name, has } of [...own(), ...[...others.values()].flat()]) {
    const known = all.get(name)
    all.set(name, new Set(known ? has.filter((part) => known.has(part)) : has))
  }
  return all
}

const address = (): string => {
  const search = new URLSearchParams()
  for (const [name, has] of together()) search.append('place', `${name}~${[...has].join(',')}`)
  return `${liveUrls.stream()}?${search}`
}

const say = (said: Omit<Extract<Said, object>, 'tab'>) => channel?.postMessage({ tab, ...said })

const hearHere = (heard: Heard) => {
  for (const spot of spots) spot.hear(heard)
}

const hang = () => {
  window.clearTimeout(gathering)
  wire?.close()
  wire = undefined
}

/** Opens the stream anew with what is wanted now, a moment later, for several pages may speak at once. */
const dial = () => {
  hang()
  if (!leading) return
  gathering = window.setTimeout(() => {
    if (together().size === 0) return
    wire = openWire(
      address,
      (heard) => {
        if (heard.event === 'look') return dial()
        hearHere(heard)
        say({ heard })
      },
      () => {
        for (const spot of spots) spot.turnedAway()
        say({ away: true })
      },
    )
  }, GATHER_MS)
}

const lead = () => {
  leading = true
  say({ asks: true })
  dial()
}

const listening = () => document.visibilityState === 'visible' && spots.size > 0
let asked: AbortController | undefined

const begin = () => {
  say({ wants: own() })
  if (leading) return dial()
  if (asked) return
  // Where a page came without https there are no locks: then each window has a stream of its own.
  if (!('locks' in navigator) || !channel) return lead()
  asked = new AbortController()
  navigator.locks
    .request(NAME, { signal: asked.signal }, () => {
      if (!listening()) return undefined
      lead()
      return new Promise<void>((done) => {
        step = done
      })
    })
    .catch(() => undefined)
}

const end = () => {
  asked?.abort()
  asked = undefined
  leading = false
  hang()
  step?.()
  step = undefined
  others.clear()
  say({ wants: [] })
}

const turn = () => (listening() ? begin() : end())

channel?.addEventListener('message', ({ data }: MessageEvent<Said>) => {
  if (data.tab === tab) return
  if ('heard' in data) hearHere(data.heard)
  else if ('asks' in data) {
    if (listening()) say({ wants: own() })
  } else if ('away' in data) for (const spot of spots) spot.turnedAway()
  else {
    const before = others.get(data.tab)
    if (data.wants.length > 0) others.set(data.tab, data.wants)
    else others.delete(data.tab)
    if (leading && (data.wants.length > 0 || before)) dial()
  }
})
document.addEventListener('visibilitychange', turn)
window.addEventListener('pagehide', end)
window.addEventListener('pageshow', ({ persisted }) => void (persisted && turn()))

/** Begins to listen for a place. */
export const joinLive = (spot: LiveSpot): void => {
  spots.add(spot)
  turn()
}

/** Listens for it no more. */
export const leaveLive = (spot: LiveSpot): void => {
  spots.delete(spot)
  turn()
}
