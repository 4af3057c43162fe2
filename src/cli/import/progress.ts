/** Says how far something long is: in one line that is written over, or in a new line every few seconds. */
import type { Terminal } from '../verb.ts'

/** Told each time that something is done. */
export type Heard = (done: number, total: number) => void

const EVERY_MS = { live: 100, still: 2000 }

/** Counts from the first time it is told; time is milliseconds of a clock that only goes forward. */
export const progressTo = ({ tell, live }: Terminal, what: string, time = () => performance.now()): Heard => {
  let begun: { readonly at: number; readonly done: number } | undefined
  let told = -Number.POSITIVE_INFINITY
  return (done, total) => {
    const at = time()
    begun ??= { at, done }
    if (done < total && at - told < (live ? EVERY_MS.live : EVERY_MS.still)) return
    told = at
    const rate = at > begun.at ? `, ${Math.round((1000 * (done - begun.done)) / (at - begun.at))} a second` : ''
    const line = `${done} of ${total} ${what}${rate}`
    tell(live ? `\r${line}\u001b[K${done < total ? '' : '\n'}` : `${line}\n`)
  }
}
