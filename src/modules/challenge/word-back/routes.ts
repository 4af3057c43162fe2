/** The doors of a word back: who waits and the line for them, cards to hand out, and what came of one's own words. */
import type { Context } from 'hono'
import { h } from 'preact'
import { type FieldError, readForm, type Typed } from '../../../platform/http/form.ts'
import { seeOther } from '../../../platform/http/render.ts'
import type { RouteTable } from '../../../platform/http/routes.ts'
import { members } from '../../community/public.ts'
import { pageAsked } from '../../dialogue/public.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound, show, signedIn } from '../../people/public.ts'
import { urls } from '../urls.ts'
import { numberIn } from '../whole.ts'
import { mayTell } from './access.ts'
import { tell } from './actions.ts'
import { CardsPage } from './pages/cards-page.tsx'
import { TellPage } from './pages/tell-page.tsx'
import { CameOfMinePage } from './pages/told-list.tsx'
import { cardQuotes, withQuotes } from './quoting.ts'
import { wordForm } from './schemas.ts'
import { endingById, waitersOf } from './store/ending.ts'
import { toldMe } from './store/told.ts'
import { words } from './words.ts'

/** What an address names, with who waits, when the asking person may tell them. */
const named = async (c: Context<Visit>) => {
  const { house, scope, place } = c.var
  const id = numberIn(c.req.param('id'))
  const number = numberIn(c.req.param('ending'))
  if (id === undefined || number === undefined) return undefined
  const [[ending], waiters] = await house.db.read(scope, endingById(scope, id, number), waitersOf(scope, number))
  if (!ending || ending.community_id !== place.id || !mayTell(scope, ending)) return undefined
  return { ending, waiters }
}

const tellPage = (
  c: Context<Visit>,
  found: NonNullable<Awaited<ReturnType<typeof named>>>,
  returned: { typed?: Typed; errors?: readonly FieldError[] } = {},
): Response => {
  const { reader, house } = c.var
  return show(c, {
    title: words(reader.lang)('title'),
    current: 'challenges',
    ...(returned.errors ? { status: 422 as const } : {}),
    body: h(TellPage, { lang: reader.lang, zone: reader.zone, ...found, once: house.secret(18), ...returned }),
  })
}

/** Mounts them. */
export const mountWordsBack = (table: RouteTable<Visit>): RouteTable<Visit> =>
  table
    .get(urls.word, members, async (c) => {
      const found = await named(c)
      return found ? tellPage(c, found) : notFound(c)
    })
    .post(urls.word, members, async (c) => {
      const found = await named(c)
      if (!found) return notFound(c)
      const { house, scope, reader } = c.var
      const { ending } = found
      const form = await readForm(c, wordForm)
      if (!form.ok) return tellPage(c, found, form)
      const input = { ...form.value, language: reader.lang }
      const outcome = await tell(house, scope, ending.challenge_id, ending.id, input, form.once)
      if (outcome.ok) return seeOther(c, urls.word({ slug: ending.slug, id: ending.challenge_id, ending: ending.id }))
      const errors = [{ field: outcome.field ?? '', reason: outcome.reason }]
      return tellPage(c, (await named(c)) ?? found, { typed: form.typed, errors })
    })
    .get(urls.cards, members, async (c) => {
      const found = await named(c)
      if (!found) return notFound(c)
      const { house, scope, reader, place } = c.var
      const { ending } = found
      const told = found.waiters.filter((one) => one.told_at !== null)
      const quotes = await cardQuotes(house, scope, ending.id, told)
      return show(c, {
        title: words(reader.lang)('cards.title'),
        current: 'challenges',
        body: h(CardsPage, { lang: reader.lang, zone: reader.zone, place: place.name, ending, told, quotes }),
      })
    })
    .get(urls.cameOfIt, signedIn, async (c) => {
      const { house, scope, reader } = c.var
      const page = pageAsked(c.req.query('page'))
      const [told] = await house.db.read(scope, toldMe(scope, page))
      return show(c, {
        title: words(reader.lang)('mine.title'),
        noindex: true,
        body: h(CameOfMinePage, {
          lang: reader.lang,
          zone: reader.zone,
          told: await withQuotes(house, scope, told),
          page,
          total: told[0]?.total ?? 0,
        }),
      })
    })
