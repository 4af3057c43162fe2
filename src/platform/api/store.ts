/** SQL of counting calls together with other processes. */
import { sql } from 'kysely'

/** What all processes together have counted for a caller since a window began. */
export interface CountedCalls {
  readonly key: string
  readonly since: Date
  readonly count: number
}

/** Adds what this process counted, and answers what all have. As the owner only. */
export const addCalls = (calls: ReadonlyMap<string, number>, seconds: number, at: Date) => sql<CountedCalls>`
  select key, since, count from platform.take_many(${[...calls.keys()]}::text[], ${[...calls.values()]}::int[],
    ${seconds}, ${at})`
