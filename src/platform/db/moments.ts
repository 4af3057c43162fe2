/** Moments as PostgreSQL writes them: a session in UTC has one form, which is read without looking for the others. */
import pg from 'pg'

const read = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ) as (text: string) => Date

const FORM = '0000-00-00 00:00:00'
const digit = (text: string, at: number): number => text.charCodeAt(at) - 48
const two = (text: string, at: number): number => digit(text, at) * 10 + digit(text, at + 1)

// What stands between the last second and `+00`: nothing, or a point and digits.
const millisecondsOf = (text: string): number => {
  let part = 0
  for (let at = FORM.length + 1, worth = 100; worth >= 1; at++, worth /= 10)
    if (at < text.length - 3) part += digit(text, at) * worth
  return part
}

/** Reads `2026-11-03 09:30:00.5+00`; whatever looks otherwise is read as the library reads it. */
export const momentOf = (text: string): Date => {
  const first = digit(text, 0)
  if (!text.endsWith('+00') || text[4] !== '-' || text[10] !== ' ' || first < 1 || first > 9) return read(text)
  const [year, month, day] = [first * 1000 + digit(text, 1) * 100 + two(text, 2), two(text, 5) - 1, two(text, 8)]
  return new Date(Date.UTC(year, month, day, two(text, 11), two(text, 14), two(text, 17), millisecondsOf(text)))
}
