/** The people and communities of a corpus. */
import { between, chanceOf, oneOf } from './chance.ts'
import { firstNames, tongues } from './lexicon.ts'
import { sentences } from './prose.ts'
import { type Shape, tongueOf } from './shape.ts'

const BEGUN = Date.UTC(2023, 0, 2)
const HOUR_MS = 3_600_000

/** The password of everybody in a corpus: it is known, and a site that holds a corpus is a test. */
export const CORPUS_PASSWORD = 'everybody in this corpus is invented'

const nameOf = (id: number) => firstNames[(id * 37) % firstNames.length] as string

/** The name by which somebody is mentioned. */
export const usernameOf = (id: number): string =>
  `${nameOf(id).normalize('NFD').replace(/\W/g, '').toLowerCase()}_${id}`

/** Users, one after the other. */
export function* userRows({ seed, users, lexicons }: Shape) {
  for (let id = 1; id <= users; id++) {
    const chance = chanceOf(seed, 1, id)
    const lexicon = lexicons[tongues[id % tongues.length] ?? 'en']
    yield {
      id,
      username: usernameOf(id),
      displayName: `${nameOf(id)} ${oneOf(chance, lexicon.slots.coined ?? [])}`,
      email: `person${id}@corpus.example`,
      password: CORPUS_PASSWORD,
      bio: sentences(chance, lexicon, between(chance, 8, 40)),
      createdAt: BEGUN + id * HOUR_MS,
    }
  }
}

/** The address of a community, and of its pages before the stroke. */
export const communitySlug = (shape: Shape, id: number): string =>
  `${nameOfCommunity(shape, id)
    .normalize('NFD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/\W+/g, '-')
    .slice(0, 50)}-${id}`

const nameOfCommunity = ({ seed, lexicons }: Shape, id: number): string => {
  const { communities, slots } = lexicons[tongueOf(id)]
  const chance = chanceOf(seed, 2, id)
  return `${oneOf(chance, communities)}, ${oneOf(chance, slots.coined ?? [])}`
}

/** Communities, one after the other. The language is ours to say: the reference has none and is English. */
export function* communityRows(shape: Shape) {
  for (let id = 1; id <= shape.communities; id++) {
    const chance = chanceOf(shape.seed, 3, id)
    yield {
      id,
      slug: communitySlug(shape, id),
      name: nameOfCommunity(shape, id),
      description: sentences(chance, shape.lexicons[tongueOf(id)], between(chance, 10, 25)),
      language: tongueOf(id),
    }
  }
}
