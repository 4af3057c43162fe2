/** What time does to kept files: what no row names any more is erased. */
import type { House } from '../house.ts'
import type { Tasks } from '../jobs/runner.ts'
import type { InUse } from './store.ts'

/** Younger ones may belong to a row that is just being written. */
const YOUNG_MS = 60 * 60 * 1000

/** The tasks of files; each module that keeps some says which of them it still names. */
export const fileTasks = (house: House, inUse: readonly InUse[]): Tasks => ({
  'files:sweep': async () => {
    const named: InUse = async (keys) => (await Promise.all(inUse.map((one) => one(keys)))).flat()
    await house.files.sweep(named, new Date(house.clock.now().getTime() - YOUNG_MS))
  },
})
