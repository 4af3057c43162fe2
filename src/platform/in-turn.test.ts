/** A gate lets a few through at a time, all in the end, and in their order. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inTurn } from './in-turn.ts'

test('never more at a time than said; each has its own answer, and one that fails stops nobody', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 4 }), fc.array(fc.boolean(), { maxLength: 30 }), async (many, fail) => {
      const gate = inTurn(many)
      let inside = 0
      const begun: number[] = []
      const answers = await Promise.allSettled(
        fail.map((fails, number) =>
          gate(async () => {
            begun.push(number)
            expect(++inside).toBeLessThanOrEqual(many)
            await Promise.resolve()
            inside--
            if (fails) throw new Error('No')
            return number
          }),
        ),
      )
      expect(answers.map((answer) => (answer.status === 'fulfilled' ? answer.value : 'No'))).toEqual(
        fail.map((fails, number) => (fails ? 'No' : number)),
      )
      expect(begun).toEqual(fail.map((_, number) => number))
    }),
  )
})
