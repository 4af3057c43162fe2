/** What facts tell people: a module says who is told, and in which words; notification decides when and how. */
import type { Tx } from '../db/database.ts'
import type { Language } from '../words/words.ts'
import type { ToldFact } from './reader.ts'

/** Something waits for this very person, and is told at once; everything else once a week, with the rest. */
export type Urgency = 'asked' | 'told'

/** Who is told. `Scope` is the scope of that person, so that nothing is said which they may not hear. */
export interface Addressee<Scope> {
  readonly scope: Scope
  readonly lang: Language
  /** The site's time zone. */
  readonly zone: string
  /** Where it will stand: a letter leaves the house, a page is read by the person when signed in. */
  readonly on: 'letter' | 'page'
}

/** What is told, in the words of the person's language; no name of a child in `subject`. */
export interface Notice {
  /** The subject of a letter of its own, and a heading in a letter of several. */
  readonly subject: string
  /** One or two short sentences. */
  readonly text: string
  /** Words of somebody, shown as theirs. */
  readonly quote?: { readonly words: string; readonly lang: string } | undefined
  /** The one button, and where it leads: a path of the site. */
  readonly button: { readonly label: string; readonly href: string }
}

/** What one module tells about some kinds of facts. */
export interface NoticeSource<Scope> {
  /** The kinds of facts, such as `ask.made`. */
  readonly facts: readonly string[]
  /** What people switch on and off; its words stand with the source. */
  readonly topic: { readonly key: string; readonly label: (lang: Language) => string }
  readonly urgency: Urgency
  /** Told only to those who look after the site: nobody else has it among what they switch off. */
  readonly forAdministrators?: boolean
  /** About somebody's safety: told by letter at once, in quiet times too, and never switched off. */
  readonly alert?: boolean
  /** Told by letter also while the community rests, whose weekly letters stop meanwhile. */
  readonly evenAtRest?: boolean
  /**
   * Who is told of this fact: people's numbers; whoever acted is left out by the source. Runs as the reader of facts, in
   * the transaction that moves its place, and must only read.
   */
  audience(tx: Tx, fact: ToldFact): Promise<readonly number[]>
  /**
   * What is said of the fact now; nothing when it is no longer worth saying: taken back, answered, out of reach. Called
   * when the letter is written, which may be days later and more than once.
   */
  say(to: Addressee<Scope>, fact: Pick<ToldFact, 'kind' | 'subject' | 'community'>): Promise<Notice | undefined>
}
