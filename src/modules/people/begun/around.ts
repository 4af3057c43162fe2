/** Around every route: words begun go back into their form, what was sent is begun no more, and no session's end costs a word. */
import type { Context, MiddlewareHandler } from 'hono'
import { h } from 'preact'
import { finishWith } from '../../../platform/http/finishing.ts'
import { type Typed, typedOf } from '../../../platform/http/form.ts'
import { renderPart } from '../../../platform/http/render.ts'
import { cardUrls } from '../card/urls.ts'
import type { Visit } from '../contract.ts'
import { carriedSession } from '../cookies.ts'
import { show } from '../pages/show.tsx'
import { tokenHash } from '../secret.ts'
import { urls } from '../urls.ts'
import { keepUnsent, throwAway } from './actions.ts'
import { type BegunField, begunOf, textsIn } from './begun.ts'
import { fill, mark } from './filling.ts'
import { BegunLine, BegunMark } from './pages/begun-line.tsx'
import { UnsentPage } from './pages/unsent-page.tsx'
import { BEGUN_ID } from './schemas.ts'
import { begunById } from './store.ts'
import { begunUrls } from './urls.ts'
import { words } from './words.ts'

const here = (c: Context<Visit>): string => {
  const { pathname, search } = new URL(c.req.url)
  return pathname + search
}

/** Where the answer leads to, without what is asked there. */
const leadsTo = (c: Context<Visit>): string | undefined => {
  const to = c.res.status === 303 ? c.res.headers.get('location') : null
  return to ? new URL(to, c.req.url).pathname : undefined
}

/** Answers with another address instead of the page that was made. */
const goInstead = (c: Context<Visit>, location: string): void => {
  c.res.headers.delete('content-encoding')
  c.res = new Response(null, { status: 303, headers: { location } })
}

/** Shows a page with the words `id` in their form; where there is no such form any more, the words alone. */
const restore = async (c: Context<Visit>, id: string, next: () => Promise<void>): Promise<void> => {
  const { house, scope, reader } = c.var
  const [[begun]] = await house.db.read(scope, begunById(scope, id))
  if (!begun) return next()
  let found = false
  finishWith(c, (html) => {
    const line = (homeless: number) => renderPart(BegunLine({ reader, begun, now: house.clock.now(), homeless }))
    const filled = fill(html, begun.form, begun.fields, (homeless) => line(textsIn(homeless).length))
    found = filled !== undefined
    return filled?.html ?? html
  })
  await next()
  if (!found) goInstead(c, begunUrls.one({ id }, { gone: 'yes' }))
}

/** A page inside this site that the form was sent from, where the browser tells it. */
const sentFrom = (c: Context<Visit>): string => {
  const from = c.req.header('referer')
  if (!from || !URL.canParse(from)) return here(c)
  const { host, pathname, searchParams } = new URL(from)
  searchParams.delete('begun')
  const search = searchParams.toString()
  return host === new URL(c.req.url).host ? pathname + (search && `?${search}`) : here(c)
}

// A page that stands where it was sent from, and keeps its words, asks in the background.
const leavesItsPage = (c: Context<Visit>): boolean =>
  (c.req.header('sec-fetch-mode') ?? 'navigate') === 'navigate' && !c.req.header('accept')?.includes('turbo-stream')

/** Whose session it was nobody knows any more: shows the words, to be sent once their writer has come in. */
const showUnsent = (c: Context<Visit>, sent: Typed, texts: readonly BegunField[]): void => {
  const { reader } = c.var
  const all = Object.entries(sent).flatMap(([name, values]) =>
    name === 'unkept' ? [] : [values].flat().map((value) => [name, value] as const),
  )
  c.res = undefined
  c.res = show(c, {
    title: words(reader.lang)('unsent.title'),
    noindex: true,
    bare: true,
    status: 403,
    body: h(UnsentPage, { reader, action: here(c), sent: all, texts }),
  })
  c.res.headers.set('cache-control', 'no-store')
}

/** Keeps what was sent after the session's end, and leads through the door back to it; unknown whose it is, it stands there. */
const keepAtTheDoor = async (c: Context<Visit>, session: string | undefined, id: string | undefined): Promise<void> => {
  const sent = await typedOf(c)
  const fields = begunOf(sent)
  // What an open page keeps by itself is no form that somebody sends; it keeps it again after the door.
  if (sent.unkept === 'ever' || textsIn(fields).length === 0 || c.req.path === begunUrls.list()) return
  const page = sentFrom(c)
  const instead = () => {
    if (leavesItsPage(c) && leadsTo(c) === urls.signIn()) showUnsent(c, sent, textsIn(fields))
  }
  if (!session) return instead()
  const begun = {
    // The same for the same words: a request may begin again, and people press twice.
    id:
      id ??
      tokenHash(JSON.stringify([session, here(c), sent]))
        .toString('base64url')
        .slice(0, 30),
    form: here(c).slice(0, 500),
    page: page.slice(0, 2000),
    title: '',
    fields,
  }
  if (!(await keepUnsent(c.var.house, session, begun))) return instead()
  const back = `${page}${page.includes('?') ? '&' : '?'}begun=${begun.id}`
  const door = leadsTo(c) === cardUrls.ended() ? cardUrls.ended({}, { kept: 'yes' }) : urls.signIn({}, { next: back })
  c.res.headers.set('location', door)
}

/** Stands around every route; after the visit has begun and the form can be read. */
export const aroundBegun: MiddlewareHandler<Visit> = async (c, next) => {
  const { house, scope } = c.var
  const form = c.req.method === 'POST' ? await c.req.formData() : undefined
  const asked = form ? form.get('begun') : c.req.query('begun')
  const id = typeof asked === 'string' && BEGUN_ID.test(asked) ? asked : undefined
  if (!form) return id && scope.personId !== null ? restore(c, id, next) : next()
  // Sent later by a page of somebody else's, who shared this browser: never in the name of whoever is here now.
  const by = form.get('by')
  if (typeof by === 'string' && scope.personId !== null && by !== String(scope.personId)) return c.body(null, 409)
  if (id) finishWith(c, (html) => mark(html, here(c), renderPart(BegunMark({ id }))))
  await next()
  const session = carriedSession(c)
  const to = leadsTo(c)
  const atTheDoor = to === urls.signIn() || to === cardUrls.ended()
  if (atTheDoor && scope.personId === null) await keepAtTheDoor(c, session, id)
  else if (id && !atTheDoor && scope.personId !== null && c.res.status < 400) await throwAway(house, scope, id)
  return undefined
}
