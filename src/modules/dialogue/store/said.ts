/** What was said, read from the wire: what a plain contribution is not stands in one value, which most have not. */
import type { RawBuilder } from 'kysely'
import { toldAs } from '../../../platform/db/told.ts'
import type { Perspective } from '../../community/contract.ts'
import type { Said } from '../contract.ts'
import { type Always, plain } from '../plain.ts'

type Rest = Omit<Said, Always | 'edited_at'> & { readonly edited_at: string | null }

/** A contribution as its columns tell it. */
type Told<Row extends Said> = Omit<Row, keyof typeof plain | 'tended' | 'perspectives'> & {
  /** With a space between two. */
  readonly perspectives: string | null
  readonly tended: true | null
  readonly rest: Partial<Rest> | null
}

const restOf = ({ edited_at, ...rest }: Partial<Rest>): Partial<Said> =>
  edited_at ? { ...rest, edited_at: new Date(edited_at) } : rest

// A few combinations that everybody has.
const held = new Map<string, readonly Perspective[]>()
const MANY = 1000
const perspectivesOf = (told: string): readonly Perspective[] => {
  const known = held.get(told)
  if (known) return known
  const list = told === '' ? [] : (told.split(' ') as Perspective[])
  if (held.size < MANY) held.set(told, list)
  return list
}

/** A query of contributions, with the columns of `contributions.ts`. */
export const saidAs = <Row extends Said>(query: RawBuilder<Told<Row>>): RawBuilder<Row> =>
  toldAs(query, ({ rest, ...told }): Row => {
    const perspectives = told.perspectives === null ? null : perspectivesOf(told.perspectives)
    const row = { ...plain, ...told, perspectives, tended: told.tended === true }
    return (rest ? Object.assign(row, restOf(rest)) : row) as unknown as Row
  })
