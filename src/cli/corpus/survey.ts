/** Reads a corpus to its end before anything is written: what leads nowhere is refused, and who writes where is noted. */
import type { z } from 'zod'
import { CommandFailed } from '../verb.ts'
import { rowsOf } from './lines.ts'
import { slugOfPage } from './page-slug.ts'
import { communityRow, type Files, pageRow, postRow, topicRow, userRow } from './rows.ts'

export type User = z.output<typeof userRow>
export type Community = z.output<typeof communityRow>
export type Topic = z.output<typeof topicRow>

/** A whole corpus but for its words. */
export interface Survey {
  readonly users: ReadonlyMap<number, User>
  readonly communities: ReadonlyMap<number, Community>
  readonly topics: ReadonlyMap<number, Topic>
  /** Of each community: who writes there, in the order in which they are met. */
  readonly writers: ReadonlyMap<number, ReadonlySet<number>>
  /** The addresses of the pages, as links in texts name them, and as the library names them. */
  readonly pages: ReadonlyMap<string, string>
  readonly posts: number
  /** Topics in which something was said; the others are left out. */
  readonly spoken: ReadonlySet<number>
}

/** @throws CommandFailed with file and line of the first thing that is wrong */
export const survey = async (files: Files, stop: AbortSignal): Promise<Survey> => {
  const users = await all(files.users, 'users', userRow, stop, ({ email }) => email.toLowerCase())
  const communities = await all(files.communities, 'communities', communityRow, stop, ({ slug }) => slug)
  const topics = await all(files.topics, 'topics', topicRow, stop)
  const writers = new Map([...communities.keys()].map((id) => [id, new Set<number>()]))
  const writes = (community: number, user: number, where: string): void => {
    const here = writers.get(community)
    if (!here) throw new CommandFailed(`${where}: there is no community ${community}.`)
    if (!users.has(user)) throw new CommandFailed(`${where}: there is no user ${user}.`)
    here.add(user)
  }
  for (const [id, { communityId, userId }] of topics) writes(communityId, userId, `topics.jsonl topic ${id}`)
  const [seen, spoken] = [new Set<number>(), new Set<number>()]
  for await (const rows of rowsOf(files.posts, 'posts.jsonl', postRow)) {
    stop.throwIfAborted()
    for (const { line, row } of rows) {
      const where = `posts.jsonl line ${line}`
      const topic = topics.get(row.topicId)
      if (!topic) throw new CommandFailed(`${where}: there is no topic ${row.topicId}.`)
      if (seen.size === seen.add(row.id).size) throw new CommandFailed(`${where}: the id ${row.id} was there before.`)
      writes(topic.communityId, row.userId, where)
      spoken.add(row.topicId)
    }
  }
  return {
    users,
    communities,
    topics,
    writers,
    pages: await pagesIn(files, writes, stop),
    posts: seen.size,
    spoken,
  }
}

const pagesIn = async (
  files: Files,
  writes: (community: number, user: number, where: string) => void,
  stop: AbortSignal,
): Promise<Map<string, string>> => {
  const slugs = new Set<string>()
  const pages = new Map<string, string>()
  for await (const rows of rowsOf(files.pages, 'pages.jsonl', pageRow)) {
    stop.throwIfAborted()
    for (const { line, row } of rows) {
      const where = `pages.jsonl line ${line}`
      writes(row.communityId, row.userId, where)
      const slug = slugOfPage(row.path)
      if (slug === '' || slugs.size === slugs.add(slug).size)
        throw new CommandFailed(`${where}: the path ${row.path} makes no address of its own.`)
      pages.set(row.path, slug)
    }
  }
  return pages
}

const all = async <S extends z.ZodType<{ readonly id: number }>>(
  path: string,
  name: string,
  schema: S,
  stop: AbortSignal,
  mark?: (row: z.output<S>) => string,
): Promise<Map<number, z.output<S>>> => {
  const found = new Map<number, z.output<S>>()
  const marks = new Set<string>()
  for await (const rows of rowsOf(path, `${name}.jsonl`, schema)) {
    stop.throwIfAborted()
    for (const { line, row } of rows) {
      if (found.has(row.id)) throw new CommandFailed(`${name}.jsonl line ${line}: the id ${row.id} was there before.`)
      const marked = mark?.(row)
      if (marked !== undefined && marks.size === marks.add(marked).size)
        throw new CommandFailed(`${name}.jsonl line ${line}: ${marked} was there before.`)
      found.set(row.id, row)
    }
  }
  if (found.size === 0) throw new CommandFailed(`${name}.jsonl is empty.`)
  return found
}
