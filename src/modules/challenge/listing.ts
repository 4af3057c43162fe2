/** Which questions a list shows: filtered by step and own, parked ones apart, a page at a time. */
import { type Challenge, type Step, steps } from './contract.ts'
import { stepOf } from './state.ts'

const PAGE = 20

/** What the filter asked. */
export interface Asked {
  readonly step?: Step | undefined
  readonly whose?: 'mine' | undefined
}

interface Shown {
  readonly challenge: Challenge
  readonly names: readonly string[]
}

/** A list as its page shows it. `all` counts what could be shown without a filter. */
export interface Listing {
  readonly asked: Asked
  readonly shown: readonly Shown[]
  readonly parked: readonly Shown[]
  readonly page: number
  readonly pages: number
  readonly all: number
}

/** The filter as an address asked for it; anything odd asks nothing. */
export const askedOf = (step: string | undefined, whose: string | undefined): Asked => ({
  step: steps.find((one) => one === step),
  whose: whose === 'mine' ? 'mine' : undefined,
})

/** Makes the list; `challenges` come in their order, `me` is the asking person, `page` counts from 1. */
export const listingOf = (
  challenges: readonly Challenge[],
  names: ReadonlyMap<number, readonly string[]>,
  asked: Asked,
  me: number | null,
  page: number,
): Listing => {
  const fits = (one: Challenge): boolean =>
    (!asked.step || stepOf(one) === asked.step) && (!asked.whose || (me !== null && one.author_id === me))
  const dress = (challenge: Challenge): Shown => ({ challenge, names: names.get(challenge.id) ?? [] })
  const fitting = challenges.filter(fits)
  const open = fitting.filter(({ state }) => state !== 'parked')
  const pages = Math.max(1, Math.ceil(open.length / PAGE))
  const at = Math.min(Math.max(1, page), pages)
  return {
    asked,
    shown: open.slice((at - 1) * PAGE, at * PAGE).map(dress),
    parked: fitting.filter(({ state }) => state === 'parked').map(dress),
    page: at,
    pages,
    all: challenges.length,
  }
}
