/** The doors of unsealing: asking who said something, what leads decide, the name, and what the author is told. */
import { h } from 'preact'
import { readForm } from '../../../platform/http/form.ts'
import { seeOther } from '../../../platform/http/render.ts'
import type { RouteTable } from '../../../platform/http/routes.ts'
import type { Returned } from '../../../ui/returned.ts'
import { facilitates, members } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound, show } from '../../people/public.ts'
import { whoLooksAfter } from '../../safeguarding/public.ts'
import { isMine } from '../access.ts'
import { type Here, numbered, once, setting, voiceHere } from '../door.ts'
import type { Found } from '../store/contributions.ts'
import { askWho, decide, lookWho } from './actions.ts'
import { NamePage } from './pages/name-page.tsx'
import { ToldPage } from './pages/told-page.tsx'
import { UnsealingPage } from './pages/unsealing-page.tsx'
import { UnsealingsPage } from './pages/unsealings-page.tsx'
import { askForm, decisionForm } from './schemas.ts'
import { hasLead, isLead, toldUnsealing, unsealings } from './store.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

const toldPage = async (c: Here, said: Found): Promise<Response> => {
  const { house, scope, place, reader } = c.var
  const [[told]] = await house.db.read(scope, toldUnsealing({ words: said.id }))
  if (!told) return notFound(c)
  return show(c, {
    title: words(reader.lang)('told.title'),
    noindex: true,
    body: h(ToldPage, { ...setting(c), said, told, who: whoLooksAfter(place.slug) }),
  })
}

const askingPage = async (c: Here, said: Found, returned: Returned = {}): Promise<Response> => {
  const { house, scope, place, reader } = c.var
  const [[one], leads] = await house.db.read(scope, unsealings(place.id, said.id), hasLead(scope, place.id))
  return show(c, {
    title: words(reader.lang)('title'),
    noindex: true,
    ...(returned.errors ? { status: 422 as const } : {}),
    body: h(UnsealingPage, {
      ...setting(c),
      said,
      one,
      leads: leads.length > 0,
      who: whoLooksAfter(place.slug),
      once: once(c),
      ...returned,
    }),
  })
}

/** Words without a name that a facilitator who did not write them may ask about. */
const asked = async (c: Here): Promise<Found | undefined> => {
  const said = await voiceHere(c)
  const may = said?.nameless && !said.withdrawn && facilitates(c.var.scope, c.var.place.id)
  return may && !isMine(c.var.scope, said) ? said : undefined
}

const allPage = async (c: Here, of = 0, returned: Returned = {}): Promise<Response> => {
  const { house, scope, place, reader } = c.var
  const [all, [lead]] = await house.db.read(scope, unsealings(place.id, null), isLead(scope, place.id))
  if (!lead && all.length === 0) return notFound(c)
  return show(c, {
    title: words(reader.lang)('all.title'),
    noindex: true,
    ...(returned.errors ? { status: 422 as const } : {}),
    body: h(UnsealingsPage, { ...setting(c), all, of, returned }),
  })
}

/** Mounts them. */
export const mountUnsealing = (routes: RouteTable<Visit>): void => {
  routes
    .get(urls.one, members, async (c) => {
      const said = await voiceHere(c)
      if (said?.nameless && isMine(c.var.scope, said)) return toldPage(c, said)
      return (await asked(c)) && said ? askingPage(c, said) : notFound(c)
    })
    .post(urls.one, members, async (c) => {
      const form = await readForm(c, askForm)
      const { house, scope, place, reader } = c.var
      const said = await asked(c)
      if (!said) return notFound(c)
      if (!form.ok) return askingPage(c, said, form)
      const input = { reason: form.value.reason, language: reader.lang }
      const done = await askWho(house, scope, place, said.id, input, form.once)
      if (!done.ok) return askingPage(c, said, { typed: form.typed, errors: [{ field: '', reason: done.reason }] })
      return seeOther(c, urls.one({ slug: place.slug, id: said.id }))
    })
    .get(urls.all, members, (c) => allPage(c))
    .post(urls.decision, members, async (c) => {
      const form = await readForm(c, decisionForm)
      const { house, scope, place } = c.var
      if (!form.ok) return allPage(c, numbered(c), form)
      const { agree, silent, risk } = form.value
      const input = { agree: agree === 'yes', risk: silent === undefined ? '' : risk }
      const decided = await decide(house, scope, place, numbered(c), input)
      if (decided.ok) return seeOther(c, urls.all({ slug: place.slug }))
      return allPage(c, numbered(c), { typed: form.typed, errors: [{ field: '', reason: decided.reason }] })
    })
    .post(urls.name, members, async (c) => {
      const { house, scope, place, reader } = c.var
      const looked = await lookWho(house, scope, numbered(c))
      if (!looked.ok) return seeOther(c, urls.all({ slug: place.slug }))
      return show(c, {
        title: words(reader.lang)('name.title'),
        noindex: true,
        body: h(NamePage, { ...setting(c), name: looked.value.name }),
      })
    })
    .get(urls.decision, members, (c) => seeOther(c, urls.all({ slug: c.var.place.slug })))
    .get(urls.name, members, (c) => seeOther(c, urls.all({ slug: c.var.place.slug })))
}
