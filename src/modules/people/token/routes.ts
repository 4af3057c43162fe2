/** The doors of keys for programs. */
import type { Context } from 'hono'
import { h } from 'preact'
import { apiUrls } from '../../../platform/api/urls.ts'
import { readForm } from '../../../platform/http/form.ts'
import { seeOther } from '../../../platform/http/render.ts'
import { RouteTable } from '../../../platform/http/routes.ts'
import { onOwnDevice } from '../access.ts'
import type { Visit } from '../contract.ts'
import { show } from '../pages/show.tsx'
import { urls } from '../urls.ts'
import { endToken, makeToken } from './actions.ts'
import { ProgramsPage, type ProgramsProps } from './pages/programs.tsx'
import { tokenForm } from './schemas.ts'
import { tokensOf } from './store.ts'
import { words } from './words.ts'

const page = async (c: Context<Visit>, more: Pick<ProgramsProps, 'secret' | 'typed' | 'errors'> = {}) => {
  const { house, scope, reader } = c.var
  const [tokens] = await house.db.read(scope, tokensOf(scope))
  return show(c, {
    title: words(reader.lang)('title'),
    noindex: true,
    ...(more.errors ? { status: 422 as const } : {}),
    body: h(ProgramsPage, {
      reader,
      now: house.clock.now(),
      tokens,
      once: house.secret(18),
      how: apiUrls.page(),
      ...more,
    }),
  })
}

export const tokenRoutes = new RouteTable<Visit>()
  .get(urls.programs, onOwnDevice, (c) => page(c))
  .post(urls.programs, onOwnDevice, async (c) => {
    const form = await readForm(c, tokenForm)
    if (!form.ok) return page(c, { typed: form.typed, errors: form.errors })
    const made = await makeToken(c.var.house, c.var.scope, form.value, form.once)
    if (!made.ok) return page(c, { typed: form.typed, errors: [{ field: made.field ?? '', reason: made.reason }] })
    // Shown in the answer itself: the secret is kept nowhere from where another page could read it.
    return page(c, { secret: made.value.secret })
  })
  .post(urls.endProgram, onOwnDevice, async (c) => {
    const id = Number(c.req.param('id'))
    const ended = Number.isSafeInteger(id) ? await endToken(c.var.house, c.var.scope, id) : undefined
    if (ended && !ended.ok) return page(c, { errors: [{ field: '', reason: ended.reason }] })
    return seeOther(c, urls.programs())
  })
