/** The doors of what people share. */
import type { Context } from 'hono'
import { h } from 'preact'
import { sendFile } from '../../../platform/files/serve.ts'
import { readForm, typedOf } from '../../../platform/http/form.ts'
import { seeOther } from '../../../platform/http/render.ts'
import { RouteTable } from '../../../platform/http/routes.ts'
import type { Outcome } from '../../../platform/outcome.ts'
import { communityById, facilitates, members, membersOf } from '../../community/public.ts'
import { pageAsked } from '../../dialogue/public.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound, show } from '../../people/public.ts'
import { isMine, mayNarrow, mayOpen, mayTakeDown } from './access.ts'
import * as actions from './actions.ts'
import type { Returned } from './pages/mistakes.ts'
import { SharePage } from './pages/share-page.tsx'
import { ThingPage } from './pages/thing-page.tsx'
import { ThingsPage } from './pages/things-page.tsx'
import { fileForm, linkForm, takingDownForm } from './schemas.ts'
import { thingById, thingByKey, thingsOf } from './store.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

type Here = Context<Visit>

/** How many stand on a page. */
const PAGE = 20

/** A number of the address; 0, which is nobody's, when it is none. */
const numbered = (c: Here): number => {
  const text = c.req.param('id') ?? ''
  return /^\d{1,15}$/.test(text) ? Number(text) : 0
}
const statusOf = (returned: Returned) => (returned.errors ? { status: 422 as const } : {})

const listPage = async (c: Here, returned: Returned = {}): Promise<Response> => {
  const { house, scope, place, reader } = c.var
  const page = pageAsked(c.req.query('page'))
  const [things] = await house.db.read(scope, thingsOf(scope, place.id, { limit: PAGE, offset: (page - 1) * PAGE }))
  return show(c, {
    title: words(reader.lang)('nav'),
    current: 'things',
    ...statusOf(returned),
    body: h(ThingsPage, {
      reader,
      slug: place.slug,
      closed: place.closed === true,
      things,
      page,
      pages: Math.max(1, Math.ceil((things[0]?.total ?? 0) / PAGE)),
      ...returned,
    }),
  })
}

const sharePage = async (c: Here, what: 'link' | 'file', returned: Returned = {}): Promise<Response> => {
  const { house, scope, place, reader, settings } = c.var
  const [[community], people] = await house.db.read(scope, communityById(scope, place.id), membersOf(scope, place.id))
  return show(c, {
    title: words(reader.lang)(what === 'file' ? 'share.file' : 'share.link'),
    current: 'things',
    ...statusOf(returned),
    body: h(SharePage, {
      reader,
      slug: place.slug,
      once: house.secret(18),
      what,
      most: settings.largestFileMb,
      seats: community ?? { members: 0, facilitators: 0 },
      waits:
        !facilitates(scope, place.id) &&
        people.some((one) => one.person_id === scope.personId && one.perspectives.includes('student')),
      ...returned,
    }),
  })
}

const thingPage = async (c: Here, returned: Returned = {}): Promise<Response> => {
  const { house, scope, place, reader } = c.var
  const [[thing]] = await house.db.read(scope, thingById(scope, place.id, numbered(c)))
  // Taken back meanwhile: the sentence stands on the list.
  if (!thing) return returned.errors ? listPage(c, returned) : notFound(c)
  return show(c, {
    title: thing.title,
    current: 'things',
    ...statusOf(returned),
    body: h(ThingPage, {
      reader,
      thing,
      mine: isMine(scope, thing),
      narrows: mayNarrow(scope, thing),
      opens: mayOpen(scope, thing),
      takesDown: mayTakeDown(scope, thing),
      ...returned,
    }),
  })
}

const back = (c: Here) => seeOther(c, urls.thing({ slug: c.var.place.slug, id: numbered(c) }))
const refused = ({ field = '', reason }: { readonly field?: string; readonly reason: string }) => [{ field, reason }]

/** What the browser brought in the field for the file; what it was called is not looked at. */
const broughtIn = async (c: Here): Promise<actions.Brought | undefined> => {
  const file = (await c.req.formData()).get('file')
  return file instanceof File && (file.size > 0 || file.name !== '')
    ? { bytes: new Uint8Array(await file.arrayBuffer()), declared: file.type }
    : undefined
}

const sharing = async (c: Here): Promise<Response> => {
  const { house, scope, place } = c.var
  const shared = (id: number) => seeOther(c, urls.thing({ slug: place.slug, id }))
  if ((await typedOf(c)).what !== 'file') {
    const form = await readForm(c, linkForm)
    if (!form.ok) return sharePage(c, 'link', form)
    const link = await actions.shareLink(house, scope, place, form.value, form.once)
    return link.ok ? shared(link.value.id) : sharePage(c, 'link', { typed: form.typed, errors: refused(link) })
  }
  const form = await readForm(c, fileForm)
  const brought = await broughtIn(c)
  const missing = brought ? [] : [{ field: 'file', reason: 'share.noFile' }]
  if (!form.ok || !brought)
    return sharePage(c, 'file', { typed: form.typed, errors: [...missing, ...(form.ok ? [] : form.errors)] })
  const file = await actions.shareFile(house, scope, place, { ...form.value, brought }, form.once)
  return file.ok ? shared(file.value.id) : sharePage(c, 'file', { typed: form.typed, errors: refused(file) })
}

const acting = async (c: Here, act: () => Promise<Outcome<unknown>>): Promise<Response> => {
  const outcome = await act()
  return outcome.ok ? back(c) : thingPage(c, { errors: refused(outcome) })
}

/** Every door of shared things. */
export const thingsRoutes = new RouteTable<Visit>()
  .get(urls.things, members, (c) => listPage(c))
  .get(urls.share, members, (c) => sharePage(c, c.req.query('what') === 'file' ? 'file' : 'link'))
  .post(urls.share, members, sharing)
  .get(urls.file, members, async (c) => {
    const { house, scope, place } = c.var
    const key = c.req.param('key') ?? ''
    const [[thing]] = await house.db.read(scope, thingByKey(scope, place.id, key))
    const opened = thing?.file_key && thing.file_kind ? await house.files.open(thing.file_key) : undefined
    if (!thing?.file_kind || !opened) return notFound(c)
    return sendFile(c, opened, { title: thing.title, kind: thing.file_kind })
  })
  .get(urls.thing, members, (c) => thingPage(c))
  .post(urls.narrowing, members, (c) =>
    acting(c, () => actions.narrow(c.var.house, c.var.scope, c.var.place, numbered(c))),
  )
  .post(urls.opening, members, (c) =>
    acting(c, () => actions.openToAll(c.var.house, c.var.scope, c.var.place, numbered(c))),
  )
  .post(urls.takingBack, members, async (c) => {
    const { house, scope, place } = c.var
    const taken = await actions.takeBack(house, scope, place, numbered(c))
    return taken.ok ? seeOther(c, urls.things({ slug: place.slug })) : thingPage(c, { errors: refused(taken) })
  })
  .post(urls.takingDown, members, async (c) => {
    const { house, scope, place, reader } = c.var
    const form = await readForm(c, takingDownForm)
    if (!form.ok) return thingPage(c, form)
    const why = { reason: form.value.reason, language: reader.lang }
    const taken = await actions.takeDown(house, scope, place, numbered(c), why)
    return taken.ok ? back(c) : thingPage(c, { typed: form.typed, errors: refused(taken) })
  })
