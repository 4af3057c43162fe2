// Two walls: in any conversation everybody hears exactly what is for them, by page, count, search, history and list.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Conversation, openConversation } from '../../../tests/village/conversation.ts'
import { conversation, listen } from '../../../tests/village/overheard.ts'

let village: Conversation
beforeAll(async () => {
  village = await openConversation()
})
afterAll(() => village.close())

test('nobody outside an audience ever reaches a contribution', { timeout: 120_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(conversation, async (told) => {
      expect(await listen(village, told)).toEqual([])
    }),
    { numRuns: 20 },
  )
})
