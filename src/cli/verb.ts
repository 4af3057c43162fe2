/** A verb of the command, and the two ways in which one ends without being done. */

/** One verb: `name` is what is typed after `ciranda`; its line in the list stands in verbs.ts. */
export interface Verb {
  readonly name: string
  readonly help: string
  /**
   * @param args what was typed after the verb
   * @throws Misused when they cannot be understood, CommandFailed when it cannot be done
   */
  run(args: string[], terminal: Terminal): Promise<void>
}

/** Where a verb speaks: results to `out`, everything else to `tell`. `stop` is aborted by Ctrl-C. */
export interface Terminal {
  out(text: string): void
  tell(text: string): void
  /** Whether `tell` may write over its last line. */
  readonly live: boolean
  readonly stop: AbortSignal
  /** What is typed, or comes through a pipe; not there where nobody could type anything. */
  readonly keyboard?: Keyboard
}

/** Reads what a person types. */
export interface Keyboard {
  /** One line that does not appear on the screen. Undefined when this is no terminal. */
  hidden(question: string): Promise<string | undefined>
  /** The first line that comes through a pipe. */
  line(): Promise<string>
}

/** The command was typed in a way that it does not know. One sentence; the process ends with 2. */
export class Misused extends Error {
  override name = 'Misused'
}

/** The command was understood and cannot be done. One sentence; the process ends with 1. */
export class CommandFailed extends Error {
  override name = 'CommandFailed'
}
