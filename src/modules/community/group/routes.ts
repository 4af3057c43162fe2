/** The doors of chosen groups: which there are, making one, leaving, ending. */
import type { Context } from 'hono'
import { h } from 'preact'
import { type FieldError, readForm, type Typed } from '../../../platform/http/form.ts'
import { seeOther } from '../../../platform/http/render.ts'
import { RouteTable } from '../../../platform/http/routes.ts'
import type { Outcome } from '../../../platform/outcome.ts'
import type { Visit } from '../../people/contract.ts'
import { show } from '../../people/public.ts'
import { members } from '../access.ts'
import { facilitates } from '../audience.ts'
import { membersOf } from '../store.ts'
import * as actions from './actions.ts'
import { GroupsPage } from './pages/groups.tsx'
import { groupForm } from './schemas.ts'
import { groupsOf } from './store.ts'
import { groupUrls } from './urls.ts'
import { words } from './words.ts'

interface Again {
  readonly typed?: Typed
  readonly errors?: readonly FieldError[]
}

const page = async (c: Context<Visit>, again: Again = {}): Promise<Response> => {
  const { house, scope, place, reader } = c.var
  const [groups, people] = await house.db.read(scope, groupsOf(scope, place.id), membersOf(scope, place.id))
  return show(c, {
    title: words(reader.lang)('title'),
    current: 'people',
    ...(again.errors ? { status: 422 as const } : {}),
    body: h(GroupsPage, {
      lang: reader.lang,
      slug: place.slug,
      groups,
      people: people.filter((one) => one.person_id !== scope.personId),
      me: scope.personId,
      tends: facilitates(scope, place.id),
      once: house.secret(18),
      ...again,
    }),
  })
}

const numbered = (c: Context<Visit>): number => {
  const id = c.req.param('id') ?? ''
  return /^[1-9]\d{0,14}$/.test(id) ? Number(id) : 0
}

const after = (c: Context<Visit>, outcome: Outcome<unknown>, typed?: Typed) =>
  outcome.ok
    ? seeOther(c, groupUrls.groups({ slug: c.var.place.slug }))
    : page(c, { ...(typed ? { typed } : {}), errors: [{ field: outcome.field ?? '', reason: outcome.reason }] })

export const groupRoutes = new RouteTable<Visit>()
  .get(groupUrls.groups, members, (c) => page(c))
  .post(groupUrls.groups, members, async (c) => {
    const form = await readForm(c, groupForm)
    if (!form.ok) return page(c, form)
    return after(c, await actions.makeGroup(c.var.house, c.var.scope, c.var.place, form.value, form.once), form.typed)
  })
  .post(groupUrls.leave, members, async (c) =>
    after(c, await actions.leaveGroup(c.var.house, c.var.scope, c.var.place, numbered(c))),
  )
  .post(groupUrls.end, members, async (c) =>
    after(c, await actions.endGroup(c.var.house, c.var.scope, c.var.place, numbered(c))),
  )
