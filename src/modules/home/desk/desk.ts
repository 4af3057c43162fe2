/** The desk of those who guide a community: what matters most, in its order, five things at most. */

/** So many stand on a desk at once; when one is done the next comes up. */
export const MOST = 5

/** First words of long ago are past answering. */
export const FIRST_DAYS = 60

/** Something in somebody's own words, with their language. */
export interface Words {
  readonly text: string
  readonly language: string
}

/** Somebody spoke here for the first time, and nobody has answered. */
export interface First {
  readonly kind: 'first'
  readonly id: number
  readonly name: string
  readonly words: Words
  readonly href: string
}

/** A student’s words wait for one adult’s look; these are the oldest. */
export interface Look {
  readonly kind: 'look'
  readonly words: Words
  readonly href: string
}

/** Somebody typed a code and waits to be let in. */
export interface Door {
  readonly kind: 'door'
  readonly name: string
  readonly href: string
}

/** People wait to hear what came of their words. */
export interface Word {
  readonly kind: 'word'
  readonly people: number
  readonly words: Words
  readonly href: string
}

/** A question to somebody has waited long. */
export interface Asked {
  readonly kind: 'ask'
  readonly asker: string | null
  readonly asked: string | null
  readonly day: Date
  readonly words: Words
  readonly href: string
}

/** A try-out's last day is over. */
export interface Over {
  readonly kind: 'over'
  readonly day: string
  readonly words: Words
  readonly href: string
}

/** The next meeting wants to be prepared; `words` is its question, where it has one. */
export interface Meeting {
  readonly kind: 'meeting'
  readonly day: string
  readonly words?: Words
  readonly href: string
}

/** Perspectives that were not heard on a question, or that nobody here brings; `words` is the question. */
export interface Missing {
  readonly kind: 'unheard' | 'absent'
  readonly perspectives: string
  readonly words?: Words
  readonly href: string
}

/** A thing on the desk. */
export type Thing = Look | Door | First | Word | Asked | Over | Meeting | Missing

const order: readonly Thing['kind'][] = ['look', 'door', 'first', 'word', 'ask', 'over', 'meeting', 'unheard', 'absent']

/** Lays things on the desk: what nobody answered first, the rest in its order, no more than fit. `more` when some wait below. */
export const layOut = (things: readonly Thing[]): { readonly things: Thing[]; readonly more: boolean } => {
  const laid = things.toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind))
  return { things: laid.slice(0, MOST), more: laid.length > MOST }
}
