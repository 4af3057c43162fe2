/** All doors of a community. */
import { codeRoutes } from './code/routes.ts'
import { groupRoutes } from './group/routes.ts'
import { type Beat, rhythmRoutes } from './rhythm/routes.ts'
import { belongingRoutes } from './routes/belonging.ts'
import { charterRoutes } from './routes/charter.ts'

/** Them, with what other modules know of a community's rhythm. */
export const routesWith = (beat?: Beat) => [codeRoutes, belongingRoutes, groupRoutes, charterRoutes, rhythmRoutes(beat)]

export const routes = routesWith()
