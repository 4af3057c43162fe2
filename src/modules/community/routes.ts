/** All doors of a community. */
import { rhythmRoutes } from './rhythm/routes.ts'
import { belongingRoutes } from './routes/belonging.ts'
import { charterRoutes } from './routes/charter.ts'

export const routes = [belongingRoutes, charterRoutes, rhythmRoutes]
