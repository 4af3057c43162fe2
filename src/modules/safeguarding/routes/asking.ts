/** The doors of asking for help. */
import { h } from 'preact'
import { readForm } from '../../../platform/http/form.ts'
import { seeOther } from '../../../platform/http/render.ts'
import type { RouteTable } from '../../../platform/http/routes.ts'
import { members } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound, show } from '../../people/public.ts'
import { answerHelp, askForHelp, readHelp, takeHelpBack } from '../actions/asking.ts'
import { offered } from '../adults.ts'
import { countryHere, type Here, mistaken, numbered, statusOf } from '../door.ts'
import { AskPage } from '../pages/ask-page.tsx'
import { HelpPage } from '../pages/help-page.tsx'
import type { Returned } from '../pages/returned.ts'
import { answerForm, askForm } from '../schemas.ts'
import { carersOf, standingOf } from '../store/adults.ts'
import { helpById, helpHere } from '../store/help.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

const askPage = async (c: Here, returned: Returned = {}): Promise<Response> => {
  const { house, scope, place, reader } = c.var
  const [carers, [standing], helps] = await house.db.read(
    scope,
    carersOf(scope, place.id),
    standingOf(scope, place.id),
    helpHere(scope, place.id),
  )
  return show(c, {
    title: words(reader.lang)('ask.title'),
    noindex: true,
    ...statusOf(returned),
    body: h(AskPage, {
      reader,
      slug: place.slug,
      me: scope.personId,
      carers: offered(carers, scope.personId),
      helps,
      country: countryHere(c, standing),
      once: house.secret(18),
      ...returned,
    }),
  })
}

const helpPage = async (c: Here, returned: Returned = {}): Promise<Response> => {
  const { house, scope, place, reader } = c.var
  const [[help], [standing]] = await house.db.read(
    scope,
    helpById(scope, place.id, numbered(c)),
    standingOf(scope, place.id),
  )
  if (!help) return notFound(c)
  const mine = help.author_id === scope.personId
  return show(c, {
    title: mine ? words(reader.lang)('help.title') : words(reader.lang)('ask.title'),
    noindex: true,
    ...statusOf(returned),
    body: h(HelpPage, {
      reader,
      slug: place.slug,
      me: scope.personId,
      help,
      country: countryHere(c, standing),
      ...returned,
    }),
  })
}

const toHelp = (c: Here) => seeOther(c, urls.help({ slug: c.var.place.slug, id: numbered(c) }))

/** Mounts them. */
export const mountAsking = (routes: RouteTable<Visit>): void => {
  routes
    .get(urls.ask, members, (c) => askPage(c))
    .post(urls.ask, members, async (c) => {
      const { house, scope, place, reader } = c.var
      const form = await readForm(c, askForm)
      if (!form.ok) return askPage(c, form)
      const asked = await askForHelp(house, scope, place, { ...form.value, language: reader.lang }, form.once)
      return asked.ok
        ? seeOther(c, urls.help({ slug: place.slug, id: asked.value.id }))
        : askPage(c, mistaken(asked, form.typed))
    })
    .get(urls.help, members, (c) => helpPage(c))
    .post(urls.reading, members, async (c) => {
      await readHelp(c.var.house, c.var.scope, numbered(c))
      return toHelp(c)
    })
    .post(urls.answer, members, async (c) => {
      const form = await readForm(c, answerForm)
      if (!form.ok) return helpPage(c, form)
      const { house, scope, place } = c.var
      const answered = await answerHelp(house, scope, place, numbered(c), form.value.answer)
      return answered.ok ? toHelp(c) : helpPage(c, mistaken(answered, form.typed))
    })
    .post(urls.takingBack, members, async (c) => {
      const taken = await takeHelpBack(c.var.house, c.var.scope, c.var.place, numbered(c))
      return taken.ok && taken.value.gone ? seeOther(c, urls.ask({ slug: c.var.place.slug })) : toHelp(c)
    })
}
