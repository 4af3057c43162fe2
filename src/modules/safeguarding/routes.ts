/** All doors of safeguarding, over what other modules tell: the holidays, and what can be reported. */
import { RouteTable } from '../../platform/http/routes.ts'
import type { Visit } from '../people/contract.ts'
import type { Reportables } from './contract.ts'
import { mountAdults } from './routes/adults.ts'
import { mountAsking } from './routes/asking.ts'
import { mountReporting } from './routes/reporting.ts'
import type { AskDaysOff } from './standing.ts'

/** Them. */
export const routes = (reportables: Reportables, daysOff: AskDaysOff): RouteTable<Visit> => {
  const table = new RouteTable<Visit>()
  mountAdults(table, daysOff)
  mountAsking(table)
  mountReporting(table, reportables)
  return table
}
