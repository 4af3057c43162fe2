/** The doors of reflections on a question: write, share, take back, remove. */
import type { Context } from 'hono'
import { h } from 'preact'
import { readForm } from '../../../platform/http/form.ts'
import { seeOther } from '../../../platform/http/render.ts'
import type { RouteTable } from '../../../platform/http/routes.ts'
import { members } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound, show } from '../../people/public.ts'
import type { Challenge } from '../contract.ts'
import { namedChallenge, onceFor, refused, statusOf } from '../door.ts'
import type { Returned } from '../pages/mistake.ts'
import { noForm } from '../schemas.ts'
import { urls } from '../urls.ts'
import { numberIn } from '../whole.ts'
import { words } from '../words.ts'
import { reflect, removeReflection, share } from './actions.ts'
import { ReflectionsPage } from './pages/reflections-page.tsx'
import { reflectionForm, shareForm } from './schemas.ts'
import { reflectionsOf } from './store.ts'

const reflectionsPage = async (c: Context<Visit>, challenge: Challenge, returned: Returned = {}): Promise<Response> => {
  const { house, scope, reader } = c.var
  const [items] = await house.db.read(scope, reflectionsOf(scope, challenge.id))
  const props = { lang: reader.lang, zone: reader.zone, challenge, me: scope.personId, items, once: onceFor(c) }
  return show(c, {
    title: words(reader.lang)('reflection.title'),
    current: 'challenges',
    ...statusOf(returned),
    body: h(ReflectionsPage, { ...props, ...returned }),
  })
}

const back = (c: Context<Visit>, id: number): Response => seeOther(c, urls.reflections({ slug: c.var.place.slug, id }))

/** Mounts them. */
export const mountReflections = (table: RouteTable<Visit>): RouteTable<Visit> =>
  table
    .get(urls.reflections, members, async (c) => {
      const challenge = await namedChallenge(c)
      return challenge ? reflectionsPage(c, challenge) : notFound(c)
    })
    .post(urls.reflections, members, async (c) => {
      const challenge = await namedChallenge(c)
      if (!challenge) return notFound(c)
      const { house, scope, reader } = c.var
      const form = await readForm(c, reflectionForm)
      if (!form.ok) return reflectionsPage(c, challenge, form)
      const outcome = await reflect(
        house,
        scope,
        challenge.id,
        { answers: form.value, language: reader.lang },
        form.once,
      )
      return outcome.ok ? back(c, challenge.id) : reflectionsPage(c, challenge, refused(outcome, form.typed))
    })
    .post(urls.share, members, async (c) => {
      const challenge = await namedChallenge(c)
      if (!challenge) return notFound(c)
      const { house, scope } = c.var
      const form = await readForm(c, shareForm)
      if (!form.ok) return reflectionsPage(c, challenge, form)
      const which = numberIn(c.req.param('reflection')) ?? 0
      const outcome = await share(house, scope, challenge.id, which, form.value.circle, form.once)
      return outcome.ok ? back(c, challenge.id) : reflectionsPage(c, challenge, refused(outcome, form.typed))
    })
    .post(urls.removeReflection, members, async (c) => {
      const challenge = await namedChallenge(c)
      if (!challenge) return notFound(c)
      const form = await readForm(c, noForm)
      const which = numberIn(c.req.param('reflection')) ?? 0
      const outcome = await removeReflection(c.var.house, c.var.scope, challenge.id, which, form.once)
      return outcome.ok ? back(c, challenge.id) : reflectionsPage(c, challenge, refused(outcome, form.typed))
    })
