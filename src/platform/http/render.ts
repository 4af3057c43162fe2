/** Turns a page into an answer. */
import type { Context } from 'hono'
import type { VNode } from 'preact'
import { renderToString } from 'preact-render-to-string'
import { finished } from './finishing.ts'
import { noteSent } from './kept-pages.ts'
import { bytesOf } from './kept-parts.ts'
import { squeeze } from './squeeze.ts'

/** Status codes that a page may answer with. */
export type PageStatus = 200 | 400 | 403 | 404 | 409 | 410 | 413 | 422 | 429 | 500 | 503

/** Renders a whole document; 422 is a form with mistakes, so that it is shown in place. */
export const renderPage = (c: Context, document: VNode, status: PageStatus = 200): Response => {
  const { body, encoding } = squeeze(
    finished(c, bytesOf(`<!doctype html>${renderToString(document)}`)),
    c.req.header('accept-encoding'),
  )
  const headers = {
    'content-type': 'text/html; charset=UTF-8',
    'cache-control': 'private, no-store',
    vary: 'accept-encoding',
    ...(encoding ? { 'content-encoding': encoding } : {}),
  }
  noteSent(c, { body, headers })
  return c.body(body, status, headers)
}

/** One part of a page alone, in the same bytes as on its page. */
export const renderPart = (part: VNode): string => bytesOf(renderToString(part)).toString()

/** Where to go after something was done: never repeated by a reload. */
export const seeOther = (c: Context, address: string): Response => c.redirect(address, 303)
