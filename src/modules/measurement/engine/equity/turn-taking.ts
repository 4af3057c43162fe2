/** Who speaks after whom: whether the word goes round, or stays with one person for long. */

/** A conversation in the order in which it was spoken. */
export interface TurnTaking {
  readonly contributions: number
  /** Turns: contributions of the same person one after the other are one turn. */
  readonly turns: number
  /** 1: the speaker changes each time; near 0: one person speaks for long. */
  readonly index: number | null
}

/**
 * (turns - 1) / (contributions - 1). Published test: turns of 5, 10, 2, 1, 2 contributions give 4/19.
 * @returns `index` null below two contributions
 */
export const turnTakingOf = (speakers: readonly string[]): TurnTaking => {
  const turns = speakers.filter((speaker, at) => at === 0 || speaker !== speakers[at - 1]).length
  return {
    contributions: speakers.length,
    turns,
    index: speakers.length < 2 ? null : (turns - 1) / (speakers.length - 1),
  }
}
