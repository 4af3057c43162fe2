/** Writes a corpus to a folder, line by line: one line is one row as JSON. */
import { appendFileSync, closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { pageRows } from './pages.ts'
import { communityRows, userRows } from './people.ts'
import { type Shape, shapeOf } from './shape.ts'
import { layoutOf, postRows, topicRows } from './threads.ts'

const AT_ONCE = 1 << 20

/** How many rows each file has. */
export type Written = Readonly<Record<'users' | 'communities' | 'topics' | 'posts' | 'pages', number>>

/** Writes `users`, `communities`, `topics`, `posts` and `pages` (.jsonl) into a folder, made when it is not there. */
export const writeCorpus = (folder: string, times: number, seed: number): Written => {
  const shape: Shape = shapeOf(times, seed)
  const layout = layoutOf(shape)
  mkdirSync(folder, { recursive: true })
  const write = (name: string, rows: Iterable<object>) => writeRows(join(folder, `${name}.jsonl`), rows)
  return {
    users: write('users', userRows(shape)),
    communities: write('communities', communityRows(shape)),
    topics: write('topics', topicRows(shape, layout)),
    posts: write('posts', postRows(shape, layout)),
    pages: write('pages', pageRows(shape)),
  }
}

const writeRows = (path: string, rows: Iterable<object>): number => {
  const file = openSync(path, 'w')
  let [count, held] = [0, '']
  for (const row of rows) {
    held += `${JSON.stringify(row)}\n`
    count += 1
    if (held.length > AT_ONCE) {
      appendFileSync(file, held)
      held = ''
    }
  }
  appendFileSync(file, held)
  closeSync(file)
  return count
}
