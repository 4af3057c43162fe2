// A desk at which nobody looks on: the command line's way of reading, without its progress.
import type { Desk } from '../../src/cli/measure/measuring.ts'

const nothing = (): void => undefined

export const quiet: Desk = {
  terminal: { out: nothing, tell: nothing, live: false, stop: new AbortController().signal },
  watch: {},
}
