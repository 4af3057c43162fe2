/** What is being done right now: a request by its route or a job by its name, so that slow things say who made them. */
import { AsyncLocalStorage } from 'node:async_hooks'

/** Something that is being done. */
export interface Doing {
  /** A route such as `GET /c/:slug`, or `job people:sweep-proofs`; never an address with names in it. */
  readonly name: () => string
  /** The request's own number. */
  readonly id?: string
  /** Milliseconds with a connection to the database, and waiting for one, so far. */
  databaseMs: number
}

const carried = new AsyncLocalStorage<Doing>()

/** Does `work`; everything that it starts belongs to `doing`. */
export const during = <T>(doing: Doing, work: () => T): T => carried.run(doing, work)

/** What is being done, or nothing where nobody said. */
export const doingNow = (): Doing | undefined => carried.getStore()
