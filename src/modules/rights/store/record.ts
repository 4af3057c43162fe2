/** All SQL of the record of processing: the bases as signed, and how many people it is about. */
import { sql } from 'kysely'
import type { PersonId } from '../../people/contract.ts'
import type { Signed } from '../record/purposes.ts'

/** The basis of each purpose as it was last signed. */
export const signedBases = () => sql<Signed>`
  select distinct on (b.purpose) b.purpose, b.basis, b.signed_name, b.at from rights.basis b order by b.purpose, b.id desc`

/** Signs a basis. As the owner only. */
export const signBasis = (row: { purpose: string; basis: string; name: string; by: PersonId; at: Date }) => sql`
  insert into rights.basis (purpose, basis, signed_name, signed_by, at)
  values (${row.purpose}, ${row.basis}, ${row.name}, ${row.by}, ${row.at})`

/** How many were erased. As the owner only. */
export const erasedCount = () => sql<{ count: number }>`select count(*) as count from rights.erasure`
