/** What the doctor finds: a part of the site, how it is, and what would help. */

/** How a part is: as it should be, worth a look, or broken. */
export type State = 'fine' | 'look' | 'broken'

/** One finding; `todo` is there when something can be done. */
export interface Finding {
  readonly part: 'versions' | 'disk' | 'database' | 'clock' | 'queue' | 'search' | 'mail'
  readonly state: State
  readonly says: string
  readonly todo?: string
}

type Part = Finding['part']

export const fine = (part: Part, says: string): Finding => ({ part, state: 'fine', says })
export const look = (part: Part, says: string, todo: string): Finding => ({ part, state: 'look', says, todo })
export const broken = (part: Part, says: string, todo: string): Finding => ({ part, state: 'broken', says, todo })

const SHOWN: Record<State, string> = { fine: 'fine', look: 'look at this', broken: 'broken' }
const INDENT = ' '.repeat(14)

/** The findings for people, one or two lines each. Pure. */
export const written = (findings: readonly Finding[]): string =>
  findings
    .map(({ part, state, says, todo }) => {
      const line = `${SHOWN[state].padEnd(14)}${part.padEnd(10)}${says}`
      return todo === undefined ? `${line}\n` : `${line}\n${INDENT}${' '.repeat(10)}${todo}\n`
    })
    .join('')

/** A size in the unit that fits. Pure. */
export const sizeOf = (bytes: number): string => {
  const units = ['bytes', 'KB', 'MB', 'GB', 'TB']
  const step = Math.min(units.length - 1, Math.max(0, Math.floor(Math.log2(Math.max(1, bytes)) / 10)))
  const amount = bytes / 1024 ** step
  return `${amount >= 10 || step === 0 ? Math.round(amount) : amount.toFixed(1)} ${units[step]}`
}

/** A span of seconds in the unit that fits. Pure. */
export const spanOf = (seconds: number): string => {
  if (seconds < 120) return `${Math.round(seconds)} seconds`
  if (seconds < 7200) return `${Math.round(seconds / 60)} minutes`
  return seconds < 172_800 ? `${Math.round(seconds / 3600)} hours` : `${Math.round(seconds / 86_400)} days`
}
