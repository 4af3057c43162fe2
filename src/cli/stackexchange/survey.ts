/** The first pass over an archive: proves that it can be read to its end, and notes by number what belongs where. */
import { Tally } from '../tally.ts'
import { lineIn, numberIn, timeIn } from './fields.ts'
import type { Files } from './files.ts'
import { type Row, rowsOf } from './rows.ts'

/** What a thread is made of before anything is said in it. */
export interface Question {
  readonly title: string
  readonly at: Date
  readonly author: number | undefined
}

/** What stands in an archive. Numbers are the archive's own. */
export interface Survey {
  readonly questions: ReadonlyMap<number, Question>
  /** The question of each question and answer. */
  readonly questionOf: ReadonlyMap<number, number>
  /** Who wrote something that comes in, with their name; nothing where the archive has none. */
  readonly authors: ReadonlyMap<number, string | undefined>
  readonly posts: number
  readonly comments: number
  /** Posts whose comments do not stand in the order of their dates. */
  readonly disordered: ReadonlySet<number>
  readonly leftOut: Tally
}

const OTHER_POSTS: Record<string, string> = {
  3: 'tag wikis',
  4: 'tag wiki excerpts',
  5: 'tag wikis',
  6: 'nominations of moderators',
  7: 'notes of the site',
  8: 'notes of the site',
}

/** @throws CommandFailed with file, line and column */
export const survey = async (files: Files, stop: AbortSignal): Promise<Survey> => {
  const leftOut = new Tally()
  const questions = new Map<number, Question>()
  const answers = new Map<number, { question: number; author: number | undefined }>()
  const others = new Set<number>()
  for await (const rows of rowsOf(files.posts, 'posts', stop))
    for (const row of rows) {
      const id = numberIn(row, 'Id')
      const at = timeIn(row, 'CreationDate')
      const author = numberIn(row, 'OwnerUserId')
      const why = refusal(row, id, at)
      if (id !== undefined && (why || others.has(id))) others.add(id)
      if (why || id === undefined || at === undefined) leftOut.add(why ?? 'posts without a number')
      else if (questions.has(id) || answers.has(id)) leftOut.add('posts that came twice')
      else if (row.PostTypeId === '1') questions.set(id, { title: lineIn(row, 'Title', 300), at, author })
      else answers.set(id, { question: numberIn(row, 'ParentId') ?? -1, author })
    }
  const questionOf = new Map([...questions.keys()].map((id) => [id, id]))
  const authors = new Map<number, string | undefined>()
  const wrote = (author: number | undefined) => author !== undefined && authors.set(author, undefined)
  for (const { author } of questions.values()) wrote(author)
  for (const [id, { question, author }] of answers)
    if (questions.has(question)) {
      questionOf.set(id, question)
      wrote(author)
    } else leftOut.add('answers whose question is not there')
  const { comments, disordered } = await lookAtComments(files, stop, questionOf, others, leftOut, wrote)
  await nameAuthors(files, stop, authors, leftOut)
  return { questions, questionOf, authors, posts: questionOf.size, comments, disordered, leftOut }
}

const refusal = (row: Row, id: number | undefined, at: Date | undefined): string | undefined => {
  if (id === undefined) return 'posts without a number'
  if (row.PostTypeId !== '1' && row.PostTypeId !== '2')
    return OTHER_POSTS[row.PostTypeId ?? ''] ?? 'posts of an unknown kind'
  if (row.DeletionDate) return 'posts that were deleted'
  return at ? undefined : 'posts without a date'
}

const lookAtComments = async (
  files: Files,
  stop: AbortSignal,
  questionOf: ReadonlyMap<number, number>,
  others: ReadonlySet<number>,
  leftOut: Tally,
  wrote: (author: number | undefined) => void,
): Promise<{ comments: number; disordered: Set<number> }> => {
  let comments = 0
  const latest = new Map<number, number>()
  const disordered = new Set<number>()
  for await (const rows of rowsOf(files.comments, 'comments', stop))
    for (const row of rows) {
      const post = numberIn(row, 'PostId') ?? -1
      const at = timeIn(row, 'CreationDate')?.getTime()
      if (questionOf.has(post) && numberIn(row, 'Id') !== undefined && at !== undefined) {
        comments += 1
        if (at < (latest.get(post) ?? at)) disordered.add(post)
        latest.set(post, at)
        wrote(numberIn(row, 'UserId'))
      } else if (others.has(post)) leftOut.add('comments on posts that were left out')
      else if (!questionOf.has(post)) leftOut.add('comments whose post is not there')
      else leftOut.add('comments without a number or a date')
    }
  return { comments, disordered }
}

const nameAuthors = async (
  files: Files,
  stop: AbortSignal,
  authors: Map<number, string | undefined>,
  leftOut: Tally,
): Promise<void> => {
  for await (const rows of rowsOf(files.users, 'users', stop))
    for (const row of rows) {
      const id = numberIn(row, 'Id')
      if (id !== undefined && authors.has(id)) authors.set(id, lineIn(row, 'DisplayName', 120) || undefined)
      else leftOut.add('users who wrote nothing here')
    }
}
