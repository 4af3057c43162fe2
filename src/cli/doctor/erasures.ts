/** Whether somebody is here again who was erased: a restore brought them back. */

import { sql } from 'kysely'
import { hereAgain } from '../../modules/rights/public.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type Finding, look } from './finding.ts'

/** Says so only when it is so. */
export const examineErasures = async (tx: Tx): Promise<Finding[]> => {
  const [laid] = await tx.rows(sql<{ laid: boolean }>`select to_regclass('rights.erasure') is not null as laid`)
  if (!laid?.laid) return []
  const back = await tx.rows(hereAgain())
  if (back.length === 0) return []
  return [
    look(
      'database',
      `${back.length} ${back.length === 1 ? 'person is' : 'people are'} here again who had been erased`,
      'A restore brought them back: ciranda erasure replay erases them again.',
    ),
  ]
}
