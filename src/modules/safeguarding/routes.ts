/** All doors of safeguarding, over what other modules tell: the holidays, and what can be reported. */
import { RouteTable } from '../../platform/http/routes.ts'
import type { Visit } from '../people/contract.ts'
import type { AfterAnswer } from './agreeing/actions.ts'
import { mountGuardianLinks, type WordsOfChild } from './agreeing/routes/link.ts'
import { mountAgreeing } from './agreeing/routes.ts'
import type { Reportables } from './contract.ts'
import { mountAdults } from './routes/adults.ts'
import { mountAsking } from './routes/asking.ts'
import { mountReporting } from './routes/reporting.ts'
import type { AskDaysOff } from './standing.ts'

/** What other modules tell of a child, and do when a child or a guardian says no. */
export interface AboutChildren {
  readonly wordsOf: WordsOfChild
  readonly afterAnswer: AfterAnswer
}

/** Them. */
export const routes = (
  reportables: Reportables,
  daysOff: AskDaysOff,
  { wordsOf, afterAnswer }: AboutChildren,
): RouteTable<Visit> => {
  const table = new RouteTable<Visit>()
  mountAdults(table, daysOff)
  mountAsking(table)
  mountReporting(table, reportables)
  mountAgreeing(table, afterAnswer)
  mountGuardianLinks(table, wordsOf, afterAnswer)
  return table
}
