/** How many streams one person or one address may hold, and how often they may ask for one. */

/** A fair share. Of a school all may come from one address, so that only visitors are counted by theirs. */
export interface Limits {
  readonly ofPerson: number
  readonly ofAddress: number
  readonly inAll: number
  /** Beginnings a minute, also of those that end at once. */
  readonly aMinute: number
}

export const usualLimits: Limits = { ofPerson: 10, ofAddress: 200, inAll: 5000, aMinute: 240 }

/** Counts what is open in this process. */
export const countStreams = (limits: Limits) => {
  const open = new Map<string, number>()
  const asked = new Map<string, number>()
  let all = 0
  let minute = 0
  return {
    /** Whether whoever is called so may ask once more. */
    mayAsk: (who: string, now: Date): boolean => {
      const thisOne = Math.floor(now.getTime() / 60_000)
      if (thisOne !== minute) asked.clear()
      minute = thisOne
      const times = (asked.get(who) ?? 0) + 1
      asked.set(who, times)
      return times <= limits.aMinute
    },
    /** Takes a stream; answers how it is given back, or nothing when there is none left. */
    take: (who: string, person: boolean): (() => void) | undefined => {
      const held = open.get(who) ?? 0
      if (all >= limits.inAll || held >= (person ? limits.ofPerson : limits.ofAddress)) return undefined
      open.set(who, held + 1)
      all += 1
      let back = false
      return () => {
        if (back) return
        back = true
        all -= 1
        const left = (open.get(who) ?? 1) - 1
        if (left > 0) open.set(who, left)
        else open.delete(who)
      }
    },
    open: () => all,
  }
}
