/** Turns what a schema complains of into words: the module's own where its message is a key, ours otherwise. */
import type { z } from 'zod'
import type { Language, Say } from '../words/words.ts'
import type { ApiMistake } from './problem.ts'
import { words } from './words.ts'

/** Says a key of a module's words. */
export type ModuleWords = (lang: Language) => Pick<Say<never>, 'maybe'>

const named = (issue: z.core.$ZodIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'missing' : 'type'
    case 'unrecognized_keys':
      return 'unknown'
    case 'invalid_value':
      return 'choice'
    case 'too_small':
      return issue.origin === 'string' ? 'short' : 'small'
    case 'too_big':
      return issue.origin === 'string' ? 'long' : 'big'
    default:
      return 'odd'
  }
}

const valuesOf = (issue: z.core.$ZodIssue): Record<string, string> => ({
  wanted: issue.code === 'invalid_type' ? String(issue.expected) : '',
  choices: issue.code === 'invalid_value' ? issue.values.map(String).join(', ') : '',
  least: issue.code === 'too_small' ? String(issue.minimum) : '',
  most: issue.code === 'too_big' ? String(issue.maximum) : '',
})

const said = (issue: z.core.$ZodIssue, lang: Language, moduleWords: ModuleWords | undefined): string => {
  const t = words(lang)
  if (issue.message === 'cursor') return t('mistake.cursor')
  // Our own messages are keys of words; the schema's English ones have spaces.
  if (moduleWords && !issue.message.includes(' ')) return moduleWords(lang).maybe(issue.message)
  const name = named(issue)
  return t.maybe(`mistake.${name}`, valuesOf(issue))
}

const pointer = (path: readonly PropertyKey[]): string =>
  `#${path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')}`

/** Every mistake, at its place in the body or at its parameter. */
export const mistakesOf = (
  error: z.ZodError,
  where: 'body' | 'query',
  lang: Language,
  moduleWords?: ModuleWords,
): ApiMistake[] =>
  error.issues.slice(0, 20).flatMap((issue) => {
    const paths = issue.code === 'unrecognized_keys' ? issue.keys.map((key) => [...issue.path, key]) : [issue.path]
    return paths.slice(0, 20).map((path) => ({
      ...(where === 'body' ? { pointer: pointer(path) } : { parameter: path.map(String).join('.') }),
      detail: said(issue, lang, moduleWords),
    }))
  })
