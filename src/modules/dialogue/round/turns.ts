/** The turns of a round: everybody once before anybody twice, a pass is a full answer, and nothing opens before its time. */

/** What somebody does with their turn. “Later” is a pass for now: the turn comes back. */
export const ways = ['said', 'passed', 'later'] as const
/** One of them. */
export type Way = (typeof ways)[number]

/** Until when answers are hidden: until one's own, or until all open together. */
export const hidings = ['until_own', 'until_all'] as const
/** One of them. */
export type Hiding = (typeof hidings)[number]

/** In which order turns are taken: whenever one likes, or one after the other around the circle. */
export const orders = ['free', 'circle'] as const
/** One of them. */
export type Order = (typeof orders)[number]

/** A place in the circle. `later` counts up among those who come back: who asked first comes first. */
export interface SeatState {
  readonly seat: number
  readonly place: number
  /** Whether whoever sat there has left, or hears the round no more. */
  readonly gone: boolean
  readonly took: Way | null
  readonly later: number | null
}

/** Whether a seat had its turn: it spoke, or it passed. */
export const hadTurn = (took: Way | null): boolean => took === 'said' || took === 'passed'

/** The seats that the round waits for. */
export const silent = <One extends SeatState>(seats: readonly One[]): One[] =>
  seats.filter(({ gone, took }) => !gone && !hadTurn(took))

/** Whether everybody was heard or passed: then the round opens by itself. An empty circle waits for somebody to come. */
export const isWhole = (seats: readonly SeatState[]): boolean =>
  silent(seats).length === 0 && seats.some(({ gone, took }) => !gone || hadTurn(took))

/** Whose turn it is around the circle: by place, then those who passed for now, in the order in which they did. */
export const nextInCircle = <One extends SeatState>(seats: readonly One[]): One | undefined => {
  const rank = ({ took, later, place }: One) => [took === 'later' ? 1 : 0, took === 'later' ? (later ?? 0) : place]
  return silent(seats).toSorted((one, other) => {
    const [here, there] = [rank(one), rank(other)]
    return (here[0] ?? 0) - (there[0] ?? 0) || (here[1] ?? 0) - (there[1] ?? 0)
  })[0]
}

/** How a round stands for one seat of it. */
export interface Turning {
  /** Whether the answers have opened, or the time has come for that. */
  readonly over: boolean
  readonly order: Order
  /** What this seat did so far. */
  readonly took: Way | null
  /** Whether it is this seat's turn around the circle; nobody's while turns are free. */
  readonly next: boolean
}

/** Why a turn cannot be taken. */
export type NoTurn = 'turn.closed' | 'turn.notNext'

/** Whether a seat may do this now. Whoever passed may speak after all, and whoever spoke may change it or take it back. */
export const mayTake = ({ over, order, took, next }: Turning): NoTurn | 'yes' => {
  if (over) return 'turn.closed'
  return order === 'free' || next || hadTurn(took) ? 'yes' : 'turn.notNext'
}

/** What a seat has done after it does something. A turn that was had does not come back: “later” leaves it as it is. */
export const afterTurn = (took: Way | null, way: Way): Way => (way === 'later' && took && hadTurn(took) ? took : way)

/** Whether others' answers are open to a reader who did this with their own turn. Nobody without a seat sees them earlier. */
export const isOpenTo = (round: { readonly over: boolean; readonly hidden: Hiding }, took: Way | null): boolean =>
  round.over || (round.hidden === 'until_own' && hadTurn(took))

/** What a place of the ring shows. */
export type Drawn = 'heard' | 'passed' | 'now' | 'waiting'

/**
 * The ring as one reader may see it. It is not the order in which people sit: a place says how far the round is, never who
 * was silent. `known` is how many answers the reader hears, their own among them.
 */
export const drawn = (round: {
  readonly over: boolean
  readonly seats: number
  readonly known: number
  /** Whether the reader's own turn waits for them. */
  readonly mine: boolean
}): Drawn[] => {
  const heard = Math.min(round.known, round.seats)
  return Array.from({ length: round.seats }, (_, i) => {
    if (i < heard) return 'heard'
    if (round.over) return 'passed'
    return round.mine && i === heard ? 'now' : 'waiting'
  })
}
