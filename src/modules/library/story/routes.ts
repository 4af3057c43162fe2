/** The doors of the workshop in which a story is written and released. */
import { RouteTable } from '../../../platform/http/routes.ts'
import type { Visit } from '../../people/contract.ts'

export const storyRoutes = new RouteTable<Visit>()
