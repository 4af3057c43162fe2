/** The doors of the workshop in which a story is written and released. */
import type { Context } from 'hono'
import { h } from 'preact'
import { type FieldError, readForm, type Typed } from '../../../platform/http/form.ts'
import { seeOther } from '../../../platform/http/render.ts'
import { RouteTable } from '../../../platform/http/routes.ts'
import type { Outcome } from '../../../platform/outcome.ts'
import { members } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound, show } from '../../people/public.ts'
import { urls } from '../urls.ts'
import { isAuthor, mayTend } from './access.ts'
import * as consenting from './actions/consenting.ts'
import * as releasing from './actions/releasing.ts'
import * as writing from './actions/writing.ts'
import { CheckPage } from './pages/check.tsx'
import { EditPage } from './pages/edit.tsx'
import { PreviewPage } from './pages/preview.tsx'
import { WorkshopPage } from './pages/workshop-page.tsx'
import * as schemas from './schemas.ts'
import { wholeStory } from './whole.ts'
import { words } from './words.ts'
import { namesIn, retold, studentsOf, workshopShown } from './workshop.ts'

type Said = { readonly typed?: Typed; readonly errors?: readonly FieldError[] }

const idOf = (c: Context<Visit>): number => {
  const id = Number(c.req.param('id'))
  return Number.isSafeInteger(id) && id > 0 ? id : 0
}
const here = (c: Context<Visit>) => ({ slug: c.var.place.slug, id: idOf(c) })
const wrong = (outcome: Outcome<unknown>): FieldError[] =>
  outcome.ok ? [] : [{ field: outcome.field ?? '', reason: outcome.reason }]

const read = (c: Context<Visit>) => wholeStory(c, idOf(c))

const workshop = async (c: Context<Visit>, said: Said = {}): Promise<Response> => {
  const { house, scope, reader, place } = c.var
  const found = await read(c)
  if (!found) return notFound(c)
  const { story, people } = found
  const once = house.secret(18)
  const { lang, zone } = reader
  const tends = mayTend(scope, story, people)
  const mayWrite = isAuthor(scope, story, people)
  const shown = workshopShown(found, scope.personId, house.clock.now())
  const shared = { lang, place: place.slug, id: story.id, once }
  const told = (['done', 'publish.done', 'withdraw.done'] as const).find((key) => key === c.req.query('told'))
  return show(c, {
    title: story.title,
    current: 'library',
    ...(said.errors ? { status: 422 as const } : {}),
    body: h(WorkshopPage, {
      ...shown,
      lang,
      zone,
      once,
      story,
      tends,
      mayWrite,
      told: said.errors ? undefined : told,
      place: place.slug,
      errors: (said.errors ?? []).map(({ field, reason }) => ({ field, message: words(lang).maybe(reason) })),
      depicted: { ...shared, ...said, depicted: found.depicted, students: studentsOf(found) },
      circle: { ...shared, ...said, ...shown.circle, zone, mayAsk: tends && shown.circle.mayAsk },
      people: { ...shared, people, me: scope.personId },
    }),
  })
}

/** After an act: back to the workshop, or the workshop again with what went wrong. */
const after = (
  c: Context<Visit>,
  outcome: Outcome<unknown>,
  typed?: Typed,
  told: 'done' | 'publish.done' | 'withdraw.done' = 'done',
) =>
  outcome.ok
    ? seeOther(c, urls.story(here(c), { told }))
    : workshop(c, { ...(typed ? { typed } : {}), errors: wrong(outcome) })

const edit = async (c: Context<Visit>, said: Said = {}): Promise<Response> => {
  const { house, scope, reader, place } = c.var
  const found = await read(c)
  if (!found || !isAuthor(scope, found.story, found.people)) return notFound(c)
  const { story, people, company } = found
  const writes = (id: number) => people.some((one) => one.person_id === id && one.writes)
  const others = company
    .filter((one) => one.id !== story.author_id)
    .map(({ id, name }) => ({ id, name, writes: writes(id) }))
  return show(c, {
    title: words(reader.lang)('write.title'),
    current: 'library',
    ...(said.errors ? { status: 422 as const } : {}),
    body: h(EditPage, { lang: reader.lang, place: place.slug, once: house.secret(18), story, others, ...said }),
  })
}

const check = async (c: Context<Visit>, said: Said = {}): Promise<Response> => {
  const { house, scope, reader, place } = c.var
  const found = await read(c)
  if (!found || !mayTend(scope, found.story, found.people)) return notFound(c)
  const { story, people } = found
  return show(c, {
    title: words(reader.lang)('check'),
    current: 'library',
    ...(said.errors ? { status: 422 as const } : {}),
    body: h(CheckPage, {
      lang: reader.lang,
      place: place.slug,
      once: house.secret(18),
      story,
      found: namesIn(found),
      mayWrite: isAuthor(scope, story, people),
      ...said,
    }),
  })
}

export const storyRoutes = new RouteTable<Visit>()
  .get(urls.story, members, (c) => workshop(c))
  .get(urls.edit, members, (c) => edit(c))
  .post(urls.edit, members, async (c) => {
    const { house, scope, place } = c.var
    const form = await readForm(c, schemas.writeForm)
    if (!form.ok) return edit(c, form)
    const found = await read(c)
    if (!found) return notFound(c)
    const { question, tryouts, ...value } = form.value
    const provenance = retold(found.story.provenance, question, tryouts)
    const outcome = await writing.writeStory(house, scope, place, idOf(c), { ...value, provenance }, form.once)
    return outcome.ok
      ? seeOther(c, urls.story(here(c), { told: 'done' }))
      : edit(c, { typed: form.typed, errors: wrong(outcome) })
  })
  .get(urls.preview, members, async (c) => {
    const { reader, place } = c.var
    const found = await read(c)
    if (!found) return notFound(c)
    const { story, people } = found
    return show(c, {
      title: story.title,
      current: 'library',
      body: h(PreviewPage, { lang: reader.lang, place, story, people }),
    })
  })
  .post(urls.readiness, members, async (c) => {
    const { once } = await readForm(c, schemas.nothing)
    return after(c, await writing.readyStory(c.var.house, c.var.scope, c.var.place, idOf(c), once))
  })
  .post(urls.depicted, members, async (c) => {
    const { house, scope, place, reader } = c.var
    const form = await readForm(c, schemas.depictedForm)
    if (!form.ok) return workshop(c, form)
    const input = { ...form.value, child: form.value.child === 'yes' }
    return after(
      c,
      await consenting.addDepicted(house, scope, place, idOf(c), reader.zone, input, form.once),
      form.typed,
    )
  })
  .post(urls.depictedOne, members, async (c) => {
    const { house, scope, place, reader } = c.var
    const form = await readForm(c, schemas.depictedOneForm)
    const depicted = Number(c.req.param('depicted'))
    if (!form.ok || !Number.isSafeInteger(depicted)) return notFound(c)
    const outcome = await consenting.changeDepicted(
      house,
      scope,
      place,
      idOf(c),
      reader.zone,
      { depicted, consent: form.value.consent },
      form.once,
    )
    return after(c, outcome, undefined, outcome.ok && outcome.value.withdrawn ? 'withdraw.done' : 'done')
  })
  .get(urls.check, members, (c) => check(c))
  .post(urls.check, members, async (c) => {
    const { house, scope, place } = c.var
    const form = await readForm(c, schemas.checkForm)
    if (!form.ok) return check(c, form)
    const { revision, kept, sure } = form.value
    const outcome = await consenting.checkStory(
      house,
      scope,
      place,
      idOf(c),
      { revision, kept, sure: sure === 'yes' },
      form.once,
    )
    return outcome.ok ? after(c, outcome) : check(c, { typed: form.typed, errors: wrong(outcome) })
  })
  .post(urls.circle, members, async (c) => {
    const { once } = await readForm(c, schemas.nothing)
    return after(c, await consenting.askCircle(c.var.house, c.var.scope, c.var.place, idOf(c), once))
  })
  .post(urls.consents, members, async (c) => {
    const { house, scope, place } = c.var
    const form = await readForm(c, schemas.answerForm)
    if (!form.ok) return workshop(c, form)
    return after(c, await consenting.answerCircle(house, scope, place, idOf(c), form.value, form.once), form.typed)
  })
  .post(urls.naming, members, async (c) => {
    const { house, scope, place } = c.var
    const form = await readForm(c, schemas.namingForm)
    if (!form.ok) return workshop(c, form)
    return after(c, await releasing.chooseNaming(house, scope, place, idOf(c), form.value.naming, form.once))
  })
  .post(urls.publication, members, async (c) => {
    const { house, scope, place } = c.var
    const form = await readForm(c, schemas.publishForm)
    if (!form.ok) return workshop(c, form)
    return after(
      c,
      await releasing.publishStory(house, scope, place, idOf(c), form.value, form.once),
      form.typed,
      'publish.done',
    )
  })
  .post(urls.versions, members, async (c) => {
    const { once } = await readForm(c, schemas.nothing)
    return after(c, await releasing.beginVersion(c.var.house, c.var.scope, c.var.place, idOf(c), once))
  })
  .post(urls.withdrawal, members, async (c) => {
    const { once } = await readForm(c, schemas.nothing)
    return after(
      c,
      await releasing.withdrawStory(c.var.house, c.var.scope, c.var.place, idOf(c), once),
      undefined,
      'withdraw.done',
    )
  })
