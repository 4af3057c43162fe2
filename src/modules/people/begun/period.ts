/** How long words begun are kept on the server, as the site has set it. */

/** What holds until a site chooses. */
export const USUAL_BEGUN_DAYS = 30

/** The days that stand in the site's periods; the usual where nothing sound does. */
export const daysKept = (periods: unknown): number => {
  const days = typeof periods === 'object' && periods !== null && 'begunDays' in periods ? periods.begunDays : undefined
  return typeof days === 'number' && Number.isInteger(days) && days > 0 ? days : USUAL_BEGUN_DAYS
}
