/** How a page of a conversation, and what stands around its voices, are called among the places that live. */
import { placeName } from '../../../platform/live/place.ts'
import type { ThreadId } from '../contract.ts'

/** The kind of pages of voices. */
export const THREAD = 'thread'
/** The kind of what stands around them: summary, requests and rounds above, the pace below. */
export const AROUND = 'around'

/** The name of one page of a thread. */
export const liveName = (id: ThreadId, page: number): string => placeName({ kind: THREAD, id, page })
/** The name of what stands around its voices, on whichever page. */
export const aroundName = (id: ThreadId): string => placeName({ kind: AROUND, id, page: 1 })

/** The elements around the voices. */
export const aboveAnchor = (id: ThreadId): string => `above-${id}`
export const paceAnchor = (id: ThreadId): string => `pace-${id}`
