/** The door of a wondering: choosing what answered it. */
import { h } from 'preact'
import { type FieldError, readForm } from '../../../platform/http/form.ts'
import type { RouteTable } from '../../../platform/http/routes.ts'
import { members } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound, show } from '../../people/public.ts'
import { backTo, type Here, setting, voiceHere } from '../door.ts'
import type { Found } from '../store/contributions.ts'
import { resolve, unresolve } from './actions.ts'
import { AnsweredPage } from './pages/answered-page.tsx'
import { mayResolve } from './resolving.ts'
import { answeredForm } from './schemas.ts'
import { candidatesFor } from './store.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

const MOST = 30

const answeredPage = async (c: Here, said: Found, errors?: readonly FieldError[]): Promise<Response> => {
  const { house, scope, reader } = c.var
  const [candidates] = await house.db.read(scope, candidatesFor(scope, said.thread_id, said.id, MOST))
  return show(c, {
    title: words(reader.lang)('answered.title'),
    ...(errors ? { status: 422 as const } : {}),
    body: h(AnsweredPage, { ...setting(c), said, candidates, errors }),
  })
}

/** Mounts it. */
export const mountResolving = (routes: RouteTable<Visit>): void => {
  routes
    .get(urls.answered, members, async (c) => {
      const said = await voiceHere(c)
      return said && mayResolve(c.var.scope, said).ok ? answeredPage(c, said) : notFound(c)
    })
    .post(urls.answered, members, async (c) => {
      const form = await readForm(c, answeredForm)
      const { house, scope } = c.var
      const said = await voiceHere(c)
      if (!said || !mayResolve(scope, said).ok) return notFound(c)
      if (!form.ok) return answeredPage(c, said, form.errors)
      const { answer } = form.value
      const outcome =
        answer === 0 ? await unresolve(house, scope, said.id) : await resolve(house, scope, said.id, answer)
      if (outcome.ok) return backTo(c, said.id)
      return answeredPage(c, said, [{ field: outcome.field ?? '', reason: outcome.reason }])
    })
}
