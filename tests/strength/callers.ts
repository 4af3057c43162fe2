/** Programs of many people at the doors of a village that is lived in. */
import { apiTables } from '../../src/app.ts'
import type { VillagerName } from '../../src/demonstration/people.ts'
import { type Program, programOf } from '../village/program.ts'
import type { Village } from '../village/village.ts'
import { openLivedIn } from './lived-in.ts'

/** Whose eyes a page is seen with, and whose token a program brings. */
export type Viewer = VillagerName | 'visitor'
/** Two facilitators, members of both communities, a leader, and nobody. */
export const viewers: readonly Viewer[] = ['ines', 'rita', 'marta', 'paulo', 'zuzana', 'peter', 'visitor']

/** Every door for programs. */
export const doors = apiTables.flatMap((table) => table.routes)

/** The village with its programs; `reader` is one of Rita's that only reads. */
export interface Callers {
  readonly village: Village
  program(who: string): Program
  /** A minute goes by, so that many requests are not too many. */
  waitAMinute(): void
}

/** Opens it; close the village when done. */
export const openCallers = async (): Promise<Callers> => {
  const village = await openLivedIn()
  const programs = new Map<string, Program>()
  for (const who of viewers) programs.set(who, await programOf(village, who))
  programs.set('reader', await programOf(village, 'rita', ['read']))
  return {
    village,
    program: (who) => programs.get(who) as Program,
    waitAMinute: () => {
      village.clock.at = new Date(village.clock.at.getTime() + 61_000)
    },
  }
}
