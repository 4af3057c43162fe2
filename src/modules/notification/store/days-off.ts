/** SQL of the days without school, for whoever counts school days. */
import { sql } from 'kysely'
import type { Holiday } from '../contract.ts'

/** The holidays that are kept. */
export const daysOff = () => sql<Pick<Holiday, 'first_day' | 'last_day'>>`
  select first_day, last_day from notification.holiday order by first_day, id`
