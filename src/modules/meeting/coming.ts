/** Who comes: yes, perhaps, or no. Silence is no answer and is not listed. */

/** What somebody may say of coming. */
export const answers = ['yes', 'maybe', 'no'] as const
/** Yes, perhaps, or no. */
export type Answer = (typeof answers)[number]

/** Those who answered, by what they said, in the order of the answers; only what somebody said. */
export const byAnswer = <One extends { readonly answer: Answer }>(
  coming: readonly One[],
): readonly { readonly answer: Answer; readonly people: readonly One[] }[] =>
  answers
    .map((answer) => ({ answer, people: coming.filter((one) => one.answer === answer) }))
    .filter(({ people }) => people.length > 0)
