/** What the sweep of files asks of shared things. */
import type { InUse } from '../../../platform/files/store.ts'
import type { House } from '../../../platform/house.ts'
import { keysInUse } from './store.ts'

/** Which of some keys a shared thing still names. */
export const thingFiles =
  (house: Pick<House, 'db'>): InUse =>
  (keys) =>
    house.db.asSystem('job', async (tx) => (await tx.rows(keysInUse(keys))).map((row) => row.file_key))
