/** The rules of a shared thing: which addresses are handed on, and what goes without a trace. */

const TEN_MINUTES_MS = 10 * 60 * 1000
const LONGEST_ADDRESS = 2000

/** An address as it is kept: over https, to a site with a name, without anybody's password; nothing when it is none. */
export const soundAddress = (typed: string): string | undefined => {
  const trimmed = typed.trim()
  const whole = /^[a-z][a-z0-9+.-]*:/i.test(trimmed) ? trimmed : `https://${trimmed}`
  if (/\s/.test(whole) || !URL.canParse(whole)) return undefined
  const url = new URL(whole)
  const sound = url.protocol === 'https:' && url.username === '' && url.password === '' && /[a-z]/i.test(url.hostname)
  return sound && url.hostname.includes('.') && url.href.length <= LONGEST_ADDRESS ? url.href : undefined
}

/** The site that an address leads to, for people to know before they go there. */
export const siteOf = (address: string): string => new URL(address).hostname.replace(/^www\./, '')

/** Whether it goes without a trace: taken back in its first ten minutes. */
export const goesWithoutTrace = (shared: Date, now: Date): boolean => now.getTime() - shared.getTime() < TEN_MINUTES_MS
