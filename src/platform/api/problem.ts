/** Problems (RFC 9457): what an API says when something is not done, in the caller's language. */
import type { Context } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { House } from '../house.ts'
import { isLanguage, type Language } from '../words/words.ts'
import { apiUrls } from './urls.ts'
import { words } from './words.ts'

/** Every kind of problem and its status; the readable page explains each under its name. */
export const problemKinds = {
  malformed: 400,
  query: 400,
  token: 401,
  right: 403,
  forbidden: 403,
  'not-found': 404,
  method: 405,
  conflict: 409,
  gone: 410,
  changed: 412,
  'too-large': 413,
  'not-json': 415,
  invalid: 422,
  refused: 422,
  'key-reused': 422,
  'if-match': 428,
  'slow-down': 429,
  fault: 500,
} as const satisfies Record<string, ContentfulStatusCode>
/** A kind of problem. */
export type ProblemKind = keyof typeof problemKinds

/** One mistake: where it stands (`pointer` into the body, or the name of a parameter) and how to mend it. */
export interface ApiMistake {
  readonly pointer?: string
  readonly parameter?: string
  readonly detail: string
}

/** What may be said beyond the kind. `reason` is a refusal's stable key. */
export interface ProblemRest {
  readonly detail?: string
  readonly reason?: string
  readonly errors?: readonly ApiMistake[]
  readonly headers?: Readonly<Record<string, string>>
}

/** The language to answer in. */
export const langOf = (c: Context): Language => {
  const lang = (c.get('reader') as { lang?: unknown } | undefined)?.lang
  return isLanguage(lang) ? lang : 'en'
}

/** Answers with a problem. */
export const problem = (c: Context, kind: ProblemKind, rest: ProblemRest = {}): Response => {
  const lang = langOf(c)
  const t = words(lang)
  const status = problemKinds[kind]
  const { baseUrl } = c.get('house') as House
  const body = {
    type: `${baseUrl}${apiUrls.page()}#problem-${kind}`,
    title: t(`problem.${kind}`),
    status,
    detail: rest.detail ?? t(`problem.${kind}.detail`),
    ...(rest.reason ? { reason: rest.reason } : {}),
    ...(rest.errors ? { errors: rest.errors } : {}),
  }
  return c.body(JSON.stringify(body), status, {
    'content-type': 'application/problem+json',
    'content-language': lang,
    'cache-control': 'no-store',
    ...rest.headers,
  })
}

/** Asks for a token. */
export const tokenMissing = (c: Context): Response =>
  problem(c, 'token', { headers: { 'www-authenticate': 'Bearer realm="ciranda"' } })
