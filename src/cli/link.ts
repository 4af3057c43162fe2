/** Links that sign in once: how long they work, and by which address they lead. */
import { siteAddress } from './site.ts'
import { Misused, type Terminal } from './verb.ts'

/** @throws Misused when it is no number of hours from 1 to 168 */
export const linkHours = (text: string | undefined): number => {
  if (text === undefined) return 24
  const hours = Number(text)
  if (/^\d{1,3}$/.test(text) && hours >= 1 && hours <= 168) return hours
  throw new Misused(`--hours takes a number from 1 to 168, and ${text} is not.`)
}

/** Says what was done, and by which address the link leads when nobody said so. */
export const tellOfAddress = ({ tell }: Terminal, done: string): void => {
  const { url, known } = siteAddress()
  const advice = known ? '' : ` It leads to ${url}; where people type another address, say it by CIRANDA_URL.`
  tell(`${done}${advice}\n`)
}
