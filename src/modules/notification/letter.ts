/** What stands in a letter: asked first, what lies on one page together, seven at most. */
import type { Notice, Urgency } from '../../platform/facts/notice.ts'

/** A notice in words, as it may stand in a letter. */
export interface Said {
  readonly id: number
  readonly topic: string
  readonly urgency: Urgency
  readonly at: Date
  readonly notice: Notice
}

/** One thing of a letter; `others` when more happened in the same place. */
export interface Item extends Said {
  readonly others: boolean
}

/** What a letter says, and how many things it leaves for the page. */
export interface Arranged {
  readonly items: readonly Item[]
  readonly more: number
}

export const MOST_ITEMS = 7

/** The page of a notice, whichever part of it is named. */
const pageOf = ({ notice, urgency, id }: Said): string =>
  // Each question to a person is answered by itself, also when two stand on one page.
  urgency === 'asked' ? `asked ${id}` : (notice.button.href.split('#')[0] ?? '')

const rank = (urgency: Urgency): number => (urgency === 'asked' ? 0 : 1)

/** Arranges: asked first and the oldest of those, then what is newest; what lies on one page is one thing. */
export const arrange = (said: readonly Said[], most: number = MOST_ITEMS): Arranged => {
  const places = new Map<string, Said[]>()
  for (const one of said) places.set(pageOf(one), [...(places.get(pageOf(one)) ?? []), one])
  const items = [...places.values()]
    .map((together): Item => {
      const [newest] = [...together].sort((one, other) => other.at.getTime() - one.at.getTime() || other.id - one.id)
      return { ...(newest as Said), others: together.length > 1 }
    })
    .sort((one, other) => {
      const urgent = rank(one.urgency) - rank(other.urgency)
      if (urgent !== 0) return urgent
      const later = other.at.getTime() - one.at.getTime() || other.id - one.id
      return one.urgency === 'asked' ? -later : later
    })
  return { items: items.slice(0, most), more: Math.max(0, items.length - most) }
}
