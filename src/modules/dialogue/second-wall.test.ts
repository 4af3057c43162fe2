// The second wall alone: with the WHERE of the first one gone, PostgreSQL still lets everybody hear only what is for them.
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { type Conversation, openConversation } from '../../../tests/village/conversation.ts'
import { conversation, listen } from '../../../tests/village/overheard.ts'
import { heardBy } from '../community/audience.ts'

vi.mock('../community/audience.ts', async (original) => ({
  ...(await original<typeof import('../community/audience.ts')>()),
  heardBy: () => sql`true`,
}))

let village: Conversation
beforeAll(async () => {
  village = await openConversation()
})
afterAll(() => village.close())

test('the first wall is really gone here', () => {
  expect(heardBy(village.visitorScope, 'c').toOperationNode()).toMatchObject({ sqlFragments: ['true'] })
})

test('nobody outside an audience ever reaches a contribution, even when every WHERE is forgotten', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(conversation, async (told) => {
      expect(await listen(village, told)).toEqual([])
    }),
    { numRuns: 12 },
  )
})

test('with both walls gone the same listening hears too much: it is not deaf', async () => {
  await village.house.db.asSystem('command-line', async (tx) => {
    await tx.rows(sql`alter table dialogue.contribution disable row level security`)
  })
  const whisper = {
    does: 'say',
    who: 'rita',
    circle: 'me',
    answers: false,
    unnamed: false,
    quotes: false,
    calls: false,
    which: 0,
  } as const
  expect((await listen(village, { around: 'community', deeds: [whisper] })).length).toBeGreaterThan(5)
})
