// The laws of the house, in the order in which a newcomer meets them.
import { law as actions } from './actions.ts'
import { law as clock } from './clock.ts'
import { law as cycles } from './cycles.ts'
import { law as floors } from './floors.ts'
import type { Law } from './law.ts'
import { law as look } from './look.ts'
import { law as pages } from './pages.ts'
import { law as paths } from './paths.ts'
import { law as personalData } from './personal-data.ts'
import { law as protections } from './protections.ts'
import { law as routes } from './routes.ts'
import { law as sql } from './sql.ts'
import { law as structure } from './structure.ts'
import { law as style } from './style.ts'
import { law as words } from './words.ts'

export const laws: readonly Law[] = [
  structure,
  floors,
  cycles,
  sql,
  routes,
  paths,
  pages,
  clock,
  actions,
  words,
  personalData,
  protections,
  style,
  look,
]
