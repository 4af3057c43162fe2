/** What the five files of a corpus hold, line by line. */
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { LONGEST_ARCHIVED } from '../../modules/dialogue/public.ts'
import { isNobodys } from '../../modules/people/store/invented.ts'
import { cleanText } from '../../platform/http/form.ts'
import { languages } from '../../platform/words/words.ts'
import { CommandFailed } from '../verb.ts'

const id = z.int().positive()
const at = z
  .number()
  .min(0)
  .max(8.64e15)
  .transform((milliseconds) => new Date(milliseconds))
const text = (most: number) => z.string().transform(cleanText).pipe(z.string().trim().min(1).max(most))
const language = z.enum(languages)

/** A user becomes a person who can sign in. `bio` has no place and is not read. */
export const userRow = z.object({
  id,
  displayName: text(120),
  email: z
    .email()
    .max(254)
    .refine(isNobodys, 'a corpus has addresses that nobody can have, such as ada@corpus.example'),
  password: z.string().min(8).max(200),
  createdAt: at,
})

/** A community that every visitor can read. Without a language it is English. */
export const communityRow = z.object({
  id,
  slug: z
    .string()
    .max(60)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and single hyphens make an address')
    .refine((slug) => slug !== 'new', 'this address is taken'),
  name: text(120),
  description: text(600),
  language: language.default('en'),
})

/** A topic becomes a thread; `tags` and `postCount` are not read. */
export const topicRow = z.object({ id, communityId: id, userId: id, title: text(300), createdAt: at })

/** A post becomes a contribution. */
export const postRow = z.object({ id, topicId: id, userId: id, body: text(LONGEST_ARCHIVED), createdAt: at })

/** A page becomes an entry of the library; `tags` are not read. */
export const pageRow = z.object({
  id,
  communityId: id,
  userId: id,
  path: z.string().min(1).max(120),
  title: text(200),
  description: text(600),
  body: text(400_000),
  createdAt: at,
})

/** The files, and what stands in each. */
export const fileNames = ['users', 'communities', 'topics', 'posts', 'pages'] as const
/** Where each file lies. */
export type Files = Readonly<Record<(typeof fileNames)[number], string>>

/** @throws CommandFailed when the folder or one of its files is not there */
export const filesIn = async (folder: string): Promise<Files> => {
  const there = async (path: string, is: 'isFile' | 'isDirectory') =>
    (await stat(path).catch(() => undefined))?.[is]() === true
  if (!(await there(folder, 'isDirectory'))) throw new CommandFailed(`There is no folder ${folder}.`)
  const files = Object.fromEntries(fileNames.map((name) => [name, join(folder, `${name}.jsonl`)])) as Files
  for (const name of fileNames)
    if (!(await there(files[name], 'isFile')))
      throw new CommandFailed(`${folder} has no ${name}.jsonl: a corpus has ${fileNames.join(', ')} (.jsonl).`)
  return files
}
