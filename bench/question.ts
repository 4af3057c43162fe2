/** A question of the village with fifty contributions of seven people, made as people make it; a student's would wait for a look. */
import { addressOf, reading } from '../src/demonstration/people.ts'
import { challengeUrls } from '../src/modules/challenge/public.ts'
import { enter } from '../tests/strength/own-site.ts'

const slug = 'reading-together'
const sentence =
  'She **chose the page** herself the evening before, and read it aloud to her brother; in class she began before anybody asked. '

const post = async (origin: string, cookie: string, path: string, fields: Record<string, string>): Promise<string> => {
  const body = new URLSearchParams({ once: crypto.randomUUID(), language: 'en', audience: 'community', ...fields })
  const answer = await fetch(origin + path, { method: 'POST', redirect: 'manual', headers: { origin, cookie }, body })
  if (answer.status !== 303) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
  return answer.headers.get('location') ?? ''
}

/** Asks it; answers where it is. */
export const askQuestion = async (origin: string): Promise<string> => {
  const cookie = await enter(origin, addressOf('rita'))
  const asked = await post(origin, cookie, challengeUrls.raise({ slug }), {
    question: 'How can each child read aloud without fear?',
    child: 'no',
    circle: 'community',
  })
  const path = challengeUrls.challenge({ slug, id: /(\d+)(?!.*\d)/.exec(asked)?.[0] ?? '' })
  const page = await (await fetch(origin + path, { headers: { cookie } })).text()
  const door = /\/c\/[\w-]+\/threads\/\d+\/voices/.exec(page)?.[0] ?? ''
  const people = (Object.keys(reading) as (keyof typeof reading)[]).filter(
    (who) => !(reading[who].perspectives as readonly string[]).includes('student'),
  )
  const cookies = await Promise.all(people.map((who) => enter(origin, addressOf(who))))
  for (let n = 0; n < 50; n++)
    await post(origin, cookies[n % cookies.length] as string, door, {
      text: `${n + 1}. ${sentence.repeat(1 + (n % 4))}`,
    })
  return path
}
