/** What is said on a stream: parts that came or changed, parts that went, and when a page does better to load again. */
import type { LivePart } from './source.ts'

/** News of one place; `again` when so much is new that the page should be loaded again. */
export interface News {
  readonly place: string
  readonly parts: readonly LivePart[]
  readonly gone: readonly string[]
  readonly again?: boolean
}

const line = (event: string, data: unknown): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`

const sent = (part: LivePart, mine: boolean) => ({
  id: part.id,
  mark: part.mark,
  html: part.html,
  under: part.under,
  href: part.href,
  ...(mine ? { mine } : {}),
})

/** News as they travel; nothing when there are none. `person` is to whom, for words of their own are no news. */
export const newsText = ({ place, parts, gone, again }: News, person: number | null): string => {
  if (again) return line('news', { place, again })
  if (parts.length === 0 && gone.length === 0) return ''
  const mine = (part: LivePart) => person !== null && part.apart.includes(person)
  return line('news', { place, parts: parts.map((part) => sent(part, mine(part))), gone })
}

/** Said first, so that a browser knows that nothing on the way holds the stream back; and which places it hears of. */
export const helloText = (places: readonly string[]): string => line('hello', { places })

/** The page should ask anew what stands there. */
export const lookText = (place: string): string => line('look', { place })

/** The place is no longer theirs to see. */
export const closedText = (place: string): string => line('closed', { place })

/** Nothing is said, so that whatever lies between keeps the line open. */
export const beatText = ': \n\n'
