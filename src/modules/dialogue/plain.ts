/** A contribution as most are: what it is besides is nothing, and is neither told, kept nor compared. */
import type { Said } from './contract.ts'

/** What every contribution has of its own. */
export type Always =
  | 'id'
  | 'reply_to'
  | 'author_id'
  | 'author'
  | 'perspectives'
  | 'audience'
  | 'language'
  | 'html'
  | 'version'
  | 'said_at'
  | 'tended'

/** What all others are. */
export const plain: Omit<Said, Always> = {
  nameless: false,
  placeholder: false,
  edited_at: null,
  withdrawn: false,
  waits: false,
  look_about: null,
  look_fine: null,
  written_by: null,
  writer: null,
  confirmed: false,
  ask_id: null,
  asked_by: null,
  note: null,
  note_from: null,
  manner: 'said',
  quote: null,
  learned_from: null,
  resolved: null,
  learners: null,
  round_id: null,
  round_eyes: null,
  read_by_me: false,
  readers: null,
}

const besides = Object.keys(plain) as (keyof typeof plain)[]

/** All that a contribution is besides, in one text that is empty for a plain one. */
export const besidesOf = (said: Said): string =>
  besides.every((what) => said[what] === plain[what]) ? '' : JSON.stringify(besides.map((what) => said[what]))
