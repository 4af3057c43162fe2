/** Whether this machine and the database agree about the time, and the site's time zone is one. */
import { broken, type Finding, fine, look, spanOf } from './finding.ts'

/** @param apart seconds between this machine's clock and the database's; pure */
export const examineClock = (apart: number, timeZone: string): Finding[] => [agreement(Math.abs(apart)), zone(timeZone)]

const agreement = (apart: number): Finding => {
  if (apart < 2) return fine('clock', "This machine's clock and the database's agree")
  const says = `This machine's clock and the database's are ${spanOf(apart)} apart`
  const todo = 'Let both follow one time server (NTP); links and sessions end too early or too late otherwise.'
  return apart < 30 ? look('clock', says, todo) : broken('clock', says, todo)
}

const zone = (timeZone: string): Finding => {
  try {
    new Intl.DateTimeFormat('en', { timeZone })
    return fine('clock', `The site keeps the time of ${timeZone}`)
  } catch {
    return broken(
      'clock',
      `${timeZone} is no time zone`,
      "Write one such as Europe/Lisbon into the site's settings (platform.setting, timeZone).",
    )
  }
}
