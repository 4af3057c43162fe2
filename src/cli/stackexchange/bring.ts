/** Brings a Stack Exchange archive into a community: proves it first, then writes it batch by batch. */
import { LONGEST_ARCHIVED } from '../../modules/dialogue/public.ts'
import type { Database } from '../../platform/db/database.ts'
import { cleanText } from '../../platform/http/form.ts'
import { learnWords } from '../../platform/search/store.ts'
import { toMarkdown } from '../html/markdown.ts'
import { type Batches, batchesInto, type Opening } from '../import/batches.ts'
import { communityFor, proveSameArchive, type Wanted } from '../import/community.ts'
import { type Authors, authorsFor } from '../import/people.ts'
import type { Heard } from '../import/progress.ts'
import type { Report } from '../import/report.ts'
import { Tally } from '../tally.ts'
import { CommandFailed } from '../verb.ts'
import { words } from '../words.ts'
import { commentMarkdown } from './comment.ts'
import { numberIn, timeIn } from './fields.ts'
import { type Files, filesIn } from './files.ts'
import { type Row, rowsOf } from './rows.ts'
import { type Survey, survey } from './survey.ts'

const threadKey = (question: number) => `stackexchange:${question}`

/** How the work is watched and stopped. */
export interface Watch {
  readonly heard: Heard
  readonly stop: AbortSignal
  /** Milliseconds of a clock that only goes forward. */
  time(): number
}

/**
 * Safe to repeat, and to go on after it was cut anywhere. Nothing is written before the whole archive could be read.
 * @throws CommandFailed when the archive or the community cannot be used
 */
export const bringStackExchange = async (
  db: Database,
  folder: string,
  wanted: Wanted,
  watch: Watch,
): Promise<Report> => {
  const begun = watch.time()
  const files = await filesIn(folder)
  const found = await survey(files, watch.stop)
  const first = [...found.questions.values()].reduce<Date | undefined>(
    (least, { at }) => (least && least < at ? least : at),
    undefined,
  )
  if (!first) throw new CommandFailed(`The archive in ${folder} has no question that could be brought in.`)
  const some = [...found.questions].slice(0, 500).map(([id, { at }]) => [threadKey(id), at] as const)
  const id = await db.asSystem('import', async (tx) => {
    const community = await communityFor(tx, wanted, first)
    await proveSameArchive(tx, community, new Map(some))
    return community
  })
  const authors = await authorsFor(db, { id, language: wanted.language }, found.authors)
  const dropped = new Tally()
  const work = { db, community: id, wanted, files, found, authors, dropped, watch, total: found.posts + found.comments }
  const posts = await bringPosts(work)
  const comments = await bringComments(work, posts.written)
  await db.asSystem('import', learnWords)
  const seconds = (watch.time() - begun) / 1000
  return {
    community: wanted.slug,
    brought: {
      people: authors.count,
      threads: found.questions.size,
      contributions: posts.brought,
      comments: comments.brought,
    },
    fresh: {
      people: authors.fresh,
      threads: posts.fresh.threads,
      contributions: posts.fresh.contributions,
      comments: comments.fresh.contributions,
    },
    leftOut: found.leftOut.counts,
    dropped: dropped.counts,
    seconds,
    rate: Math.round((posts.brought + comments.brought) / seconds),
  }
}

interface Work {
  readonly db: Database
  readonly community: number
  readonly wanted: Wanted
  readonly files: Files
  readonly found: Survey
  readonly authors: Authors
  readonly dropped: Tally
  readonly watch: Watch
  readonly total: number
}

const counting = ({ db, watch, total }: Work, writers: number, before = 0) => {
  const done = { written: before, brought: 0 }
  const batches = batchesInto(
    db,
    (count) => {
      done.written += count
      watch.heard(done.written, total)
    },
    watch.stop,
    writers,
  )
  return { done, batches }
}

const openingOf = ({ community, found, authors, wanted }: Work, id: number): Opening | undefined => {
  const question = found.questions.get(id)
  if (!question) return undefined
  const title = question.title || words(wanted.language)('archive.untitled', { number: String(id) })
  return {
    community,
    key: threadKey(id),
    title,
    language: wanted.language,
    authorId: authors.of(question.author),
    at: question.at,
  }
}

/** Adds one row's words to its thread, unless they are none or too many. */
const say = async (
  work: Work,
  batches: Batches,
  row: Row,
  said: { what: string; key: string; post: number; author: number | undefined; markdown: string; answers?: string },
): Promise<boolean> => {
  const opening = openingOf(work, work.found.questionOf.get(said.post) ?? -1)
  const at = timeIn(row, 'CreationDate')
  if (!opening || !at) return false
  const markdown = cleanText(said.markdown).trim()
  const fits = markdown !== '' && markdown.length <= LONGEST_ARCHIVED
  if (!fits)
    work.found.leftOut.add(
      `${said.what} ${markdown === '' ? 'without words' : `longer than ${LONGEST_ARCHIVED} characters`}`,
    )
  const contribution = {
    key: said.key,
    authorId: work.authors.of(said.author),
    at,
    markdown,
    ...(said.answers ? { answers: said.answers } : {}),
  }
  await batches.add(opening, fits ? contribution : undefined)
  return fits
}

const bringPosts = async (work: Work) => {
  const { batches, done } = counting(work, 2)
  const markdownOf = toMarkdown(words(work.wanted.language)('archive.picture'), work.dropped)
  const taken = new Set<number>()
  for await (const rows of rowsOf(work.files.posts, 'posts'))
    for (const row of rows) {
      const post = numberIn(row, 'Id')
      if (post === undefined || !work.found.questionOf.has(post) || taken.has(post)) continue
      taken.add(post)
      const said = {
        what: 'posts',
        key: `post:${post}`,
        post,
        author: numberIn(row, 'OwnerUserId'),
        markdown: markdownOf(row.Body ?? ''),
      }
      if (await say(work, batches, row, said)) done.brought += 1
    }
  await batches.end()
  return { ...done, fresh: batches.fresh }
}

const bringComments = async (work: Work, before: number) => {
  const { batches, done } = counting(work, 1, before)
  const bring = async (row: Row) => {
    const id = numberIn(row, 'Id')
    const post = numberIn(row, 'PostId') ?? -1
    if (id === undefined || !work.found.questionOf.has(post)) return
    const said = {
      what: 'comments',
      key: `comment:${id}`,
      post,
      author: numberIn(row, 'UserId'),
      markdown: commentMarkdown(row.Text ?? ''),
      answers: `post:${post}`,
    }
    if (await say(work, batches, row, said)) done.brought += 1
  }
  // Answers to one voice stand in the order in which they came in: the few that are not in the order of dates wait.
  const waiting: Row[] = []
  for await (const rows of rowsOf(work.files.comments, 'comments'))
    for (const row of rows)
      if (work.found.disordered.has(numberIn(row, 'PostId') ?? -1)) waiting.push(row)
      else await bring(row)
  const timeOf = (row: Row) => timeIn(row, 'CreationDate')?.getTime() ?? 0
  for (const row of waiting.sort((one, other) => timeOf(one) - timeOf(other))) await bring(row)
  await batches.end()
  return { ...done, fresh: batches.fresh }
}
