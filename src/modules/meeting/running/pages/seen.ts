/** Everything a running meeting shows, read in one flight, and what came back of a form with mistakes. */
import type { FieldError, Typed } from '../../../../platform/http/form.ts'
import type { OpenMatter, RunningTryout } from '../../../challenge/public.ts'
import type { Reader } from '../../../people/contract.ts'
import type { Entry, Held, Present } from '../store/run.ts'
import type { Moved, NextStep } from '../store/step.ts'

/** Somebody of the community. */
export interface Companion {
  readonly person_id: number
  readonly name: string
}

/** A meeting on its way, as its pages show it. */
export interface Together {
  readonly reader: Reader
  readonly me: number | null
  readonly on: Held
  readonly people: readonly Companion[]
  readonly coming: readonly { readonly person_id: number; readonly answer: string }[]
  readonly circle: readonly Present[]
  readonly entries: readonly Entry[]
  readonly before: readonly NextStep[]
  readonly steps: readonly NextStep[]
  readonly moved: readonly Moved[]
  readonly matters: readonly OpenMatter[]
  readonly tryouts: readonly RunningTryout[]
  /** The lines of Who we are and How we treat each other that are kept. */
  readonly lines: readonly { readonly part: string; readonly words: string }[]
  readonly once: string
  /** The entry that somebody mends just now. */
  readonly mending?: number | undefined
  readonly typed?: Typed | undefined
  readonly errors?: readonly FieldError[] | undefined
}

/** The question of a round: of the day where there is one. */
export const questionOf = (together: Pick<Together, 'on'>, asks: string): string =>
  together.on.kind === 'usual' && together.on.question !== '' ? together.on.question : asks
