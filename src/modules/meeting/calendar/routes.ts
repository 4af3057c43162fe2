/** The doors of calendars: one meeting as a file, the address that calendar programs ask, and its page under Me. */
import type { Context } from 'hono'
import { h } from 'preact'
import { etagOf, knows } from '../../../platform/api/condition.ts'
import { typedOf, typedText } from '../../../platform/http/form.ts'
import { seeOther } from '../../../platform/http/render.ts'
import { RouteTable } from '../../../platform/http/routes.ts'
import { belongsTo, members, myCommunities, placesOfMine } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import { anyone, notFound, recipientOf, show, signedIn } from '../../people/public.ts'
import { numberIn } from '../running/together.ts'
import { meetingById } from '../store.ts'
import { endAddress, isSecret, makeAddress, secretHash } from './actions.ts'
import { CalendarPage, type CalendarProps } from './pages/calendar-page.tsx'
import * as store from './store.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'
import { calendarText } from './writing.ts'

const sent = (c: Context<Visit>, text: string, name?: string): Response => {
  const etag = etagOf(text)
  const headers = {
    etag,
    'cache-control': 'private, no-cache',
    'x-robots-tag': 'noindex',
    ...(name ? { 'content-disposition': `attachment; filename="${name}"` } : {}),
  }
  if (knows(c, etag)) return c.body(null, 304, headers)
  return c.body(text, 200, { ...headers, 'content-type': 'text/calendar; charset=utf-8' })
}

const file = async (c: Context<Visit>): Promise<Response> => {
  const { house, scope, place } = c.var
  const [[meeting]] = await house.db.read(scope, meetingById(scope, place.id, numberIn(c)))
  if (!meeting) return notFound(c)
  return sent(c, calendarText(house, meeting.community, [meeting]), `meeting-${meeting.id}.ics`)
}

/** The meetings of the address's person as far as that person reaches today: minted for this one question. */
const asked = async (c: Context<Visit>): Promise<Response> => {
  const { house, settings } = c.var
  const secret = c.req.param('secret') ?? ''
  const gone = () => c.text('Not found', 404, { 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' })
  if (!isSecret(secret)) return gone()
  const [[held]] = await house.db.read({ personId: null }, store.calendarHolder(secretHash(secret)))
  const whose = held && (await house.db.asSystem('sign-in', (tx) => recipientOf(tx, held.person_id)))
  if (!held || !whose) return gone()
  const { scope } = whose
  const one = held.community_id
  if (one !== null && !belongsTo(scope, one)) return gone()
  const places = one === null ? placesOfMine(scope) : [one]
  const [meetings] = await house.db.read(scope, store.meetingsInCalendar(scope, places, house.clock.now()))
  return sent(c, calendarText(house, settings.siteName, meetings))
}

const page = async (c: Context<Visit>, more: Pick<CalendarProps, 'address' | 'reason'> = {}): Promise<Response> => {
  const { house, scope, reader } = c.var
  const [addresses, communities] = await house.db.read(scope, store.addressesOf(scope), myCommunities(scope))
  const on = new Set(addresses.map((address) => address.community_id))
  const choices = [{ id: null, name: '' }, ...communities].map(({ id, name }) => ({
    community: id,
    name,
    on: on.has(id),
  }))
  return show(c, {
    title: words(reader.lang)('title'),
    noindex: true,
    ...(more.reason ? { status: 422 as const } : {}),
    body: h(CalendarPage, { reader, choices, ...more }),
  })
}

/** The community that a form names: nothing for all, 0 for what is none. */
const communityIn = async (c: Context<Visit>): Promise<number | null> => {
  const text = typedText(await typedOf(c), 'community')
  if (text === '') return null
  return /^\d{1,15}$/.test(text) ? Number(text) : 0
}

export const calendarRoutes = new RouteTable<Visit>()
  .get(urls.file, members, file)
  .get(urls.address, anyone, asked)
  .get(urls.mine, signedIn, (c) => page(c))
  .post(urls.mine, signedIn, async (c) => {
    const { house, scope } = c.var
    const made = await makeAddress(house, scope, await communityIn(c))
    if (!made.ok) return page(c, { reason: made.reason })
    // Shown in the answer itself: the secret is kept nowhere from where another page could read it.
    return page(c, { address: house.baseUrl + urls.address({ secret: made.value }) })
  })
  .post(urls.off, signedIn, async (c) => {
    await endAddress(c.var.house, c.var.scope, await communityIn(c))
    return seeOther(c, urls.mine())
  })
