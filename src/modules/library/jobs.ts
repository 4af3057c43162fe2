/** What time does for the library: a gate that stands open because seven days passed is marked so. */
import type { House } from '../../platform/house.ts'
import type { Tasks } from '../../platform/jobs/runner.ts'

/** The tasks of the library. */
export const libraryTasks = (_house: House): Tasks => ({})
