/** The doors of webhooks. */
import { RouteTable } from '../../platform/http/routes.ts'
import type { Visit } from '../people/contract.ts'

export const routes = new RouteTable<Visit>()
