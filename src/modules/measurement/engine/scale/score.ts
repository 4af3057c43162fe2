/** What a respondent scores on a scale: the mean of the answers, when enough of them were given. */

/**
 * Who has a score when answers are missing. `listwise`: who answered every item. `mean75`: who answered at least three
 * quarters of them. `pairwise`: who answered at least one.
 */
export type MissingRule = 'listwise' | 'pairwise' | 'mean75'

export const missingRules: readonly MissingRule[] = ['listwise', 'pairwise', 'mean75']

const ENOUGH: Record<MissingRule, (answered: number, items: number) => boolean> = {
  listwise: (answered, items) => answered === items,
  mean75: (answered, items) => answered > 0 && answered * 4 >= items * 3,
  pairwise: (answered) => answered > 0,
}

/** The mean of each respondent's answers; NaN for those who have no score. `items` hold the answers column by column. */
export const scoresOf = (items: readonly ArrayLike<number>[], rule: MissingRule): Float64Array => {
  const scores = new Float64Array(items[0]?.length ?? 0)
  for (let row = 0; row < scores.length; row += 1) {
    let sum = 0
    let answered = 0
    for (const item of items) {
      const answer = item[row] ?? Number.NaN
      if (Number.isNaN(answer)) continue
      sum += answer
      answered += 1
    }
    scores[row] = ENOUGH[rule](answered, items.length) ? sum / answered : Number.NaN
  }
  return scores
}
