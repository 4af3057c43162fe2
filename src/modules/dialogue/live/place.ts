/** How a page of a conversation is called among the places that live. */
import { placeName } from '../../../platform/live/place.ts'
import type { ThreadId } from '../contract.ts'

/** The kind of such places. */
export const THREAD = 'thread'

/** The name of one page of a thread. */
export const liveName = (id: ThreadId, page: number): string => placeName({ kind: THREAD, id, page })
