/** The topics of a corpus and their posts: laid out first in numbers alone, then written one by one in order of time. */
import { between, chanceOf, normal } from './chance.ts'
import { usernameOf } from './people.ts'
import { markdown, tag, title } from './prose.ts'
import { REFERENCE, type Shape, tongueOf, writerIn } from './shape.ts'
import { HEAD, threadSizes } from './sizes.ts'

const BEGUN = Date.UTC(2024, 0, 1)
const DAY_MS = 86_400_000
const DAYS = 600
const MEDIAN_WORDS = { first: 90, later: 38 }
const SPREAD = 0.95

/** What is settled of all threads before a word is written: a few bytes a post, also for a million. */
export interface Layout {
  readonly communityOf: Uint32Array
  readonly sizes: Uint32Array
  readonly begun: Float64Array
  /** Of each post, in order of time. */
  readonly postTopic: Uint32Array
  readonly postPlace: Uint32Array
  readonly postAt: Float64Array
}

// Each two thousand topics are laid out as the reference is, in twenty communities of their own.
const sizesOf = ({ seed, topics, times }: Shape): number[] => {
  const sizes: number[] = []
  for (let block = 0; sizes.length < topics; block++) {
    const threads = Math.min(REFERENCE.topics, topics - sizes.length)
    const whole = times >= 1 && threads === REFERENCE.topics
    sizes.push(...threadSizes(chanceOf(seed, 4, block), threads, whole ? REFERENCE.posts : undefined))
  }
  return sizes
}

const communityFor = ({ seed, communities }: Shape, topic: number): number => {
  const block = Math.floor(topic / REFERENCE.topics) * REFERENCE.communities
  const first = Math.min(block, communities - 1)
  if (topic % REFERENCE.topics < HEAD.length) return first + 1
  const here = Math.min(REFERENCE.communities, communities - first)
  return first + 1 + Math.floor(here * chanceOf(seed, 5, topic)() ** 1.4)
}

/** Settles where and when everything is said. */
export const layoutOf = (shape: Shape): Layout => {
  const sizes = Uint32Array.from(sizesOf(shape))
  const posts = sizes.reduce((sum, size) => sum + size, 0)
  const [topicOf, place, at] = [new Uint32Array(posts), new Uint32Array(posts), new Float64Array(posts)]
  const begun = new Float64Array(sizes.length)
  let post = 0
  sizes.forEach((size, topic) => {
    const chance = chanceOf(shape.seed, 6, topic)
    let time = BEGUN + Math.floor(chance() * DAYS * DAY_MS)
    begun[topic] = time
    for (let seq = 0; seq < size; seq++, post++) {
      topicOf[post] = topic
      place[post] = seq
      at[post] = time
      time += 60_000 + Math.floor((-Math.log(1 - chance()) * 2 * DAY_MS) / Math.sqrt(size))
    }
  })
  const order = Uint32Array.from(at.keys()).sort((one, other) => (at[one] ?? 0) - (at[other] ?? 0) || one - other)
  return {
    communityOf: Uint32Array.from(sizes.keys(), (topic) => communityFor(shape, topic)),
    sizes,
    begun,
    postTopic: order.map((index) => topicOf[index] ?? 0),
    postPlace: order.map((index) => place[index] ?? 0),
    postAt: Float64Array.from(order, (index) => at[index] ?? 0),
  }
}

const writerOf = (shape: Shape, { communityOf }: Layout, topic: number, seq: number): number =>
  writerIn(chanceOf(shape.seed, 7, topic, seq), shape, communityOf[topic] ?? 1)

const titleOf = (shape: Shape, layout: Layout, topic: number): string => {
  const lexicon = shape.lexicons[tongueOf(layout.communityOf[topic] ?? 1)]
  const named = title(chanceOf(shape.seed, 8, topic), lexicon)
  const place = topic % REFERENCE.topics
  if (place >= HEAD.length) return named
  return `${place === 0 ? 'The long thread' : `Fifty voices ${topic + 1}`}: ${named}`.slice(0, 120)
}

/** Topics in the order in which they were begun. */
export function* topicRows(shape: Shape, layout: Layout) {
  const order = Uint32Array.from(layout.begun.keys()).sort(
    (one, other) => (layout.begun[one] ?? 0) - (layout.begun[other] ?? 0) || one - other,
  )
  for (const topic of order) {
    const community = layout.communityOf[topic] ?? 1
    const chance = chanceOf(shape.seed, 9, topic)
    const tags = Array.from({ length: between(chance, 0, 3) }, () => tag(chance, shape.lexicons[tongueOf(community)]))
    yield {
      id: topic + 1,
      communityId: community,
      userId: writerOf(shape, layout, topic, 0),
      title: titleOf(shape, layout, topic),
      tags: [...new Set(tags)],
      createdAt: layout.begun[topic],
      postCount: layout.sizes[topic],
    }
  }
}

/** Posts in the order in which they were said. */
export function* postRows(shape: Shape, layout: Layout) {
  for (let at = 0; at < layout.postAt.length; at++) {
    const topic = layout.postTopic[at] ?? 0
    const seq = layout.postPlace[at] ?? 0
    const community = layout.communityOf[topic] ?? 1
    const chance = chanceOf(shape.seed, 10, topic, seq)
    const median = seq === 0 ? MEDIAN_WORDS.first : MEDIAN_WORDS.later
    const words = Math.max(3, Math.min(1500, Math.round(median * Math.exp(SPREAD * normal(chance)))))
    const said = markdown(chance, shape.lexicons[tongueOf(community)], words)
    const mentions = seq > 0 && chance() < 0.06
    yield {
      topicId: topic + 1,
      userId: writerOf(shape, layout, topic, seq),
      isFirst: seq === 0,
      seq,
      body: mentions ? `@${usernameOf(writerIn(chance, shape, community))} ${said}` : said,
      createdAt: layout.postAt[at],
      id: at + 1,
    }
  }
}
