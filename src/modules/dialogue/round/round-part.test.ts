// A round that lives: turns and the opening arrive as each would see them by loading again, and nothing arrives before.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Ear, listen, openTwo } from '../../../../tests/village/listening.ts'
import type { VillagerName } from '../../../demonstration/people.ts'
import { openThread } from '../actions/threads.ts'
import { closeRound, keepHarvest, lookAtAnswer, openRound, takeTurn } from './actions.ts'
import { heardIn } from './store.ts'
import type { Hiding, Order } from './turns.ts'
import { urls } from './urls.ts'

const slug = 'reading-together'
let village: Awaited<ReturnType<typeof openTwo>>
const open: Ear[] = []
beforeAll(async () => {
  village = await openTwo()
})
afterAll(async () => {
  for (const ear of open) await ear.hangUp()
  await village.close()
})

const holds = async (hidden: Hiding, order: Order = 'free'): Promise<number> => {
  const scope = village.scope('ines')
  const { id: community } = village.communities.reading
  const audience = `community:${community}`
  const thread = await village.house.db.write(scope, (tx) =>
    openThread(tx, scope, { community, subject: null, audience, language: 'en', title: 'Rain' }),
  )
  const words = { question: 'What surprised you?', language: 'en', hidden, order, ends: null }
  const opened = await openRound(village.house, scope, { ...words, thread, community })
  if (!opened.ok) throw new Error(opened.reason)
  return opened.value.id
}
const says = (who: VillagerName, id: number, text: string) =>
  takeTurn(village.house, village.scope(who), id, { way: 'said', text, language: 'en', nameless: false, seen: 0 })
const hear = async (who: VillagerName, id: number, other = false) => {
  const ear = await listen(other ? village.other : village.one, await village.session(who), [`round:${id}:1`])
  open.push(ear)
  await ear.hears(({ event }) => event === 'news')
  return ear
}
const pageOf = async (who: VillagerName, id: number) =>
  (await (await village.as(who)).get(urls.round({ slug, id }))).text()
const htmlOf = (ear: Ear) => ear.told.findLast(({ parts }) => parts.length > 0)?.parts[0]?.html ?? 'nothing'
const holding = (words: string) => (told: Ear['told'][number]) =>
  told.parts.some(({ html }) => html?.includes(words) === true)

test('hidden until all: a turn tells nobody anything; the opening reaches everybody as their page has it, in two processes', async () => {
  const id = await holds('until_all')
  const people = ['rita', 'tomas', 'ines', 'marta'] as const
  const ears = await Promise.all(people.map(async (who, i) => [who, await hear(who, id, i % 2 === 1)] as const))
  await says('rita', id, 'How loud it was.')
  await says('tomas', id, 'I was tierd.')
  await closeRound(village.house, village.scope('ines'), id)
  for (const [who, ear] of ears) {
    await ear.hears(holding('How loud it was.'))
    expect(await pageOf(who, id)).toContain(htmlOf(ear))
    // The page they had, and the opening: nothing in between.
    expect(ear.told.filter(({ parts }) => parts.length > 0)).toHaveLength(2)
  }
  const heardStudent = ears.flatMap(([who, ear]) => (htmlOf(ear).includes('tierd') ? [who] : []))
  expect(heardStudent).toEqual(['tomas', 'ines'])
  await keepHarvest(village.house, village.scope('ines'), id, { text: 'Quiet helps.', language: 'en', seen: 0 })
  for (const [who, ear] of ears) {
    await ear.hears(holding('Quiet helps.'))
    expect(await pageOf(who, id)).toContain(htmlOf(ear))
  }
})

test('hidden until one’s own: whoever has spoken hears the next answer, whoever has not hears nothing of it', async () => {
  const id = await holds('until_own')
  await says('rita', id, 'How loud it was.')
  const [rita, joana] = [await hear('rita', id), await hear('joana', id, true)]
  await says('marta', id, 'Aloud, to the dog.')
  await rita.hears(holding('Aloud, to the dog.'))
  expect(await pageOf('rita', id)).toContain(htmlOf(rita))
  await says('tomas', id, 'I was tierd.')
  const ines = village.scope('ines')
  const [heard] = await village.house.db.read(ines, heardIn(ines, id))
  await lookAtAnswer(village.house, ines, id, heard.find(({ waits }) => waits)?.sign ?? '')
  await rita.hears(holding('tierd'))
  await closeRound(village.house, ines, id)
  await joana.hears(holding('tierd'))
  expect(joana.told.filter(({ parts }) => parts.length > 0)).toHaveLength(2)
  expect(await pageOf('joana', id)).toContain(htmlOf(joana))
})
