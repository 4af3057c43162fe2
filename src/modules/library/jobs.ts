/** What time does for the library: a gate that stands open because seven days passed is marked so. */
import type { House } from '../../platform/house.ts'
import type { Tasks } from '../../platform/jobs/runner.ts'
import { openGates } from './story/opening.ts'

/** The tasks of the library. Publishing itself stays the act of a person. */
export const libraryTasks = (house: House): Tasks => ({
  'library:open-gates': () => house.db.asSystem('job', openGates),
})
