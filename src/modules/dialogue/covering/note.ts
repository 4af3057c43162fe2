/** A content note: a few words before a contribution, so that whoever reads chooses whether to open it; and who may put one. */
import { done, type Outcome, refuse } from '../../../platform/outcome.ts'
import type { MemberScope } from '../../people/contract.ts'
import { isMine } from '../access.ts'

/** The longest note, in characters: “about a death in the family”. */
export const LONGEST_NOTE = 120

/** Who put a note: the author of the words, or those who facilitate. */
export type NoteFrom = 'author' | 'facilitators'

/** What the rule needs to know of words that may have a note. */
export interface Notable {
  readonly author_id: number
  readonly withdrawn: boolean
  readonly note_from: NoteFrom | null
  /** Whether the asking person facilitates where it was said. */
  readonly tended: boolean
}

/** Whether the asking person may put, change or take away the note, and as whom; neither goes over the other's. */
export const mayNote = (scope: MemberScope, said: Notable): Outcome<NoteFrom> => {
  const mine = isMine(scope, said)
  if (!mine && !said.tended) return refuse('note.notYours')
  if (said.withdrawn) return refuse('change.withdrawn')
  if (mine) return said.note_from === 'facilitators' ? refuse('note.facilitators') : done('author')
  return said.note_from === 'author' ? refuse('note.author') : done('facilitators')
}

/** A note as it is kept: one line, without the spaces around it; nothing when it says nothing. */
export const noteOf = (typed: string | undefined): string | null => typed?.replace(/\s+/g, ' ').trim() || null
