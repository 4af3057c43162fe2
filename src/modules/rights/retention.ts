/** How long things are kept: the site's own periods, and the moment before which something is old. */
import { z } from 'zod'

/** The periods that a site chooses; whole days and months. */
export interface Periods {
  /** Letters in the mailbox that stands in for a mail server. */
  readonly mailDays: number
  /** Drafts that their writer alone can see. */
  readonly draftDays: number
  /** Words begun in any form and not sent, kept on the server for their writer alone. */
  readonly begunDays: number
  /** When somebody who has not come is written to, and when their account ends. */
  readonly noticeMonths: number
  readonly endMonths: number
  /** Who came in and when, and what was done with accounts. */
  readonly auditMonths: number
  /** What students wrote, counted from the end of the school year in which they wrote it. */
  readonly studentMonths: number
  /** Whoever typed a code and was not let in. */
  readonly newcomerDays: number
  /** Requests to say something for somebody, once they are over. */
  readonly requestDays: number
  /** Cases that were closed; 0: until the site knows what the law of its country asks. */
  readonly caseYears: number
}

/** What holds until a site chooses. */
export const usualPeriods: Periods = {
  mailDays: 7,
  draftDays: 90,
  begunDays: 30,
  noticeMonths: 18,
  endMonths: 24,
  auditMonths: 24,
  studentMonths: 12,
  newcomerDays: 30,
  requestDays: 180,
  caseYears: 0,
}

const whole = (least: number, most: number) =>
  z.coerce
    .number({ error: 'retention.odd' })
    .int('retention.odd')
    .min(least, 'retention.odd')
    .max(most, 'retention.odd')

/** The periods as a form or the database has them. */
export const periodsForm = z
  .object({
    mailDays: whole(1, 90),
    draftDays: whole(7, 730),
    // What was chosen before there was this one holds on.
    begunDays: whole(1, 365).default(30),
    noticeMonths: whole(3, 60),
    endMonths: whole(4, 72),
    auditMonths: whole(3, 120),
    studentMonths: whole(1, 60).default(12),
    newcomerDays: whole(7, 180).default(30),
    requestDays: whole(7, 730).default(180),
    caseYears: whole(0, 100).default(0),
  })
  .refine(({ noticeMonths, endMonths }) => endMonths > noticeMonths, {
    path: ['endMonths'],
    message: 'retention.order',
  })

/** What stands in the settings; the usual where nothing sound does. */
export const periodsIn = (kept: unknown): Periods => {
  const read = periodsForm.safeParse(kept)
  return read.success ? read.data : usualPeriods
}

const DAY_MS = 86_400_000

/** So many days before. */
export const daysBefore = (now: Date, days: number): Date => new Date(now.getTime() - days * DAY_MS)

/** So many months before; the last day of a shorter month where there is no such day. */
export const monthsBefore = (now: Date, months: number): Date => {
  const then = new Date(now)
  const day = then.getUTCDate()
  then.setUTCDate(1)
  then.setUTCMonth(then.getUTCMonth() - months)
  const last = new Date(Date.UTC(then.getUTCFullYear(), then.getUTCMonth() + 1, 0)).getUTCDate()
  then.setUTCDate(Math.min(day, last))
  return then
}

/**
 * The moment before which students' words are over: the end of the last school year that ended so many months ago.
 * @param yearEnds the last day of the school year in which a day lies, both as `2026-07-31`
 */
export const studentsWordsBefore = (now: Date, months: number, yearEnds: (day: string) => string): Date => {
  const then = monthsBefore(now, months).toISOString().slice(0, 10)
  const end = yearEnds(then)
  const over = end === then ? end : `${Number(end.slice(0, 4)) - 1}${end.slice(4)}`
  return new Date(Date.parse(`${over}T00:00:00Z`) + DAY_MS)
}

/** What is due for somebody who has not come since `last`: nothing, a letter, or the end a month after the letter. */
export const dueFor = (
  now: Date,
  { noticeMonths, endMonths }: Periods,
  quiet: { readonly last: Date; readonly remindedAt: Date | null },
): 'nothing' | 'letter' | 'end' => {
  if (quiet.last >= monthsBefore(now, noticeMonths)) return 'nothing'
  // Whoever came back after a letter is asked again before anything ends.
  if (quiet.remindedAt === null || quiet.remindedAt < quiet.last) return 'letter'
  return quiet.last < monthsBefore(now, endMonths) && quiet.remindedAt < monthsBefore(now, 1) ? 'end' : 'nothing'
}
