/** A community's first week, with the village's clock in hand: begun, met, called back by letter, answered, and told. */
import type { ParsedMail } from 'mailparser'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadShelf } from '../../src/modules/library/public.ts'
import { notificationTasks } from '../../src/modules/notification/jobs.ts'
import { noticeReader } from '../../src/modules/notification/public.ts'
import { noticeSources } from '../../src/notices.ts'
import { placeReader } from '../../src/platform/facts/reader.ts'
import type { House } from '../../src/platform/house.ts'
import { openPost } from '../../src/platform/mail/post.ts'
import { hearAll } from '../village/heard.ts'
import { type MailServer, openMailServer } from '../village/mail-server.ts'
import { type Browser, openVillage, type Village } from '../village/village.ts'

let village: Village
let server: MailServer
let house: House
const slug = 'morning-light'
const home = `/c/${slug}`

beforeAll(async () => {
  village = await openVillage()
  server = await openMailServer()
  house = { ...village.house, mailWay: 'server' }
  await loadShelf(house)
  await placeReader(house.db, reader())
})
afterAll(async () => {
  await server.close()
  await village.close()
})

const reader = () => noticeReader(house.settings, noticeSources(house))
const at = (moment: string) => {
  village.clock.at = new Date(moment)
}
/** What the readers of facts and the queue do by themselves; answers the letters that arrived. */
const post = async (): Promise<ParsedMail[]> => {
  const before = server.letters.length
  await hearAll(house.db, reader())
  const tasks = notificationTasks(
    house,
    noticeSources(house),
    openPost(house.db, 'server', server.url, 'c@village.example'),
  )
  for (const person of Object.values(village.people)) await tasks['notification:write']?.({ person })
  return server.letters.slice(before)
}
const read = async (who: Browser, path: string): Promise<string> => {
  const answer = await who.get(path)
  expect([path, answer.status]).toEqual([path, 200])
  return answer.text()
}
const sent = async (who: Browser, path: string, fields: Record<string, string | string[]>): Promise<string> => {
  const answer = await who.post(path, fields)
  expect([path, answer.status]).toEqual([path, 303])
  return answer.headers.get('location') ?? ''
}
const found = (text: string, shape: RegExp): string => shape.exec(text)?.[1] ?? `nothing like ${shape}`
const perspectives = (...some: string[]) => ({ perspectives: some })

test('on Friday nobody who spoke is without an answer', async () => {
  // Monday: begun in one form, three come in: by link, by link on a new phone, and on paper.
  at('2026-11-23T09:00:00Z')
  const ines = await village.as('ines')
  const first = { 'on-day': '24', 'on-month': '11', 'on-year': '2026', at: '16:30', where: 'The library' }
  const purpose = 'How does everyone arrive well?'
  await sent(ines, '/communities/new', { name: 'Morning light', purpose, ...perspectives('specialist'), ...first })
  const invitation = found(await read(ines, `${home}/invite`), /(\/join\/[\w-]+)/)
  const rita = await village.as('rita')
  const marta = await village.as('marta')
  await sent(rita, invitation, perspectives('teacher'))
  await sent(marta, invitation, perspectives('family'))
  const sofia = village.visitor()
  await sent(sofia, invitation, { name: 'Sofia', email: 'sofia@ria.example', ...perspectives('family') })

  // Tuesday: the first meeting, run by somebody who has never seen one.
  at('2026-11-24T16:30:00Z')
  const meetings = await read(rita, `${home}/meetings`)
  const meeting = found(meetings, /(\/c\/morning-light\/meetings\/\d+)/)
  const { rita: r, marta: m } = village.people
  await sent(rita, `${meeting}/present`, { people: [String(r), String(m)], guests: 'Dona Rosa' })
  const seat = async (name: string) =>
    found(await read(rita, `${meeting}/together`), new RegExp(`<option value="(\\d+)"[^>]*>${name}<`))
  const say = async (name: string, part: string, words: string) => {
    const present = await seat(name)
    await sent(rita, `${meeting}/entries`, { part, present, act: words ? 'say' : 'pass', words })
  }
  await say('Dona Rosa', 'check-in', '')
  await sent(rita, `${meeting}/station`, { seen: '0', way: 'next' })
  await say('Marta', 'care', 'That nobody comes in running.')
  const entry = found(await read(rita, `${meeting}/together`), /name="entry" value="(\d+)"/)
  await sent(rita, `${meeting}/lines`, { entry })
  for (const seen of ['1', '2', '3']) await sent(rita, `${meeting}/station`, { seen, way: 'next' })
  await sent(rita, `${meeting}/next-steps`, { form: 'step', words: 'Ask who comes late.', owner: String(m) })
  for (const seen of ['4', '5']) await sent(rita, `${meeting}/station`, { seen, way: 'next' })
  await sent(rita, `${meeting}/publication`, {})
  expect(await read(ines, `${meeting}/minutes`)).toMatch(
    /Dona Rosa[\s\S]*nobody comes in running[\s\S]*Ask who comes late/,
  )
  expect(await read(ines, `${home}/who-we-are`)).toContain('That nobody comes in running.')

  // A question is raised, and Marta is asked. Her letter waits for the morning, and is told once.
  const question = { question: 'Who is at the door at eight?', child: 'no', language: 'en', circle: 'community' }
  const challenge = found(await sent(rita, `${home}/questions/new`, question), /(\/c\/morning-light\/questions\/\d+)/)
  const thread = found(await read(rita, challenge), /(\/c\/morning-light\/threads\/\d+)\//)
  await sent(rita, `${thread}/asks`, { to: String(m), question: 'How does he arrive?' })
  expect(await post()).toEqual([])
  at('2026-11-25T08:05:00Z')
  const [letter, ...others] = (await post()).filter(
    (one) => one.text?.includes('How does he arrive?') || one.text?.includes('/answer/'),
  )
  expect(others).toEqual([])
  const link = found(letter?.text ?? '', /(\/answer\/[\w-]+)/)
  const phone = village.visitor()
  expect(await read(phone, link)).toContain('How does he arrive?')
  const answer = { act: 'answered', text: 'Correndo, e a rir.', language: 'pt', audience: 'community' }
  expect((await phone.post(link, answer)).status).toBeLessThan(400)
  expect(await read(rita, challenge)).toContain('Correndo, e a rir.')
  expect(await (await village.visitor().get(link)).text()).not.toContain('Correndo')

  // Wednesday to Friday: something is tried, found safe by another person, and ends with its reason.
  const days = { 'ends-day': '27', 'ends-month': '11', 'ends-year': '2026' }
  const plan = {
    title: 'A song at the door',
    expects: 'They walk.',
    stop: 'Somebody cries.',
    look: 'Who runs.',
    owner: String(r),
  }
  const onQuestion = await sent(rita, `${challenge}/try-outs/new`, { ...plan, ...days })
  const tryout = found(
    await read(rita, onQuestion.split('?')[0] ?? ''),
    /(\/c\/morning-light\/questions\/\d+\/try-outs\/\d+)/,
  )
  await sent(ines, `${tryout}/safety`, {})
  await sent(rita, `${tryout}/beginning`, {})
  at('2026-11-27T15:00:00Z')
  await sent(rita, `${tryout}/sightings`, { seen: 'Nobody ran on Friday.' })
  const ended = await sent(rita, `${tryout}/conclusion`, { ending: 'keep', reason: 'They ask for the song.' })
  const word = found(
    `${ended} ${await read(rita, challenge)}`,
    /(\/c\/morning-light\/questions\/\d+\/endings\/\d+\/word)/,
  )
  expect(await read(rita, word)).toContain('Marta')
  await sent(rita, word, { everyone: 'You said he comes running. Now there is a song.' })
  expect(await read(rita, word)).not.toMatch(/name="for-\d+"/)
  expect(await read(marta, '/me/came-of-it')).toContain('Now there is a song.')

  // Readers of facts come at once; what is no question waits.
  expect(await post()).toEqual([])

  // On Monday everything else comes in one letter; nobody is told twice of anything.
  at('2026-11-30T17:05:00Z')
  const weekly = await post()
  const hers = weekly.filter((one) => one.to && 'text' in one.to && one.to.text.startsWith('marta'))
  expect(hers).toHaveLength(1)
  expect(hers[0]?.text).toContain('Now there is a song.')
  expect(await post()).toEqual([])

  // A stranger finds a method and takes it along.
  const stranger = village.visitor()
  expect(await read(stranger, '/library')).toContain('Round')
  for (const kind of ['pdf', 'docx']) {
    const file = await stranger.get(`/library/round-of-voices/sheet/${kind}`)
    expect([kind, file.status, (await file.arrayBuffer()).byteLength > 5_000]).toEqual([kind, 200, true])
  }
  expect((await stranger.get('/library/round-of-voices/sheet/exe')).status).toBe(404)
  expect((await stranger.get('/library/nothing/sheet/pdf')).status).toBe(404)
  expect((await stranger.get(challenge)).status).toBe(303)
}, 60_000)
