/** The doors of webhooks: all for those who look after the site. */
import type { Context } from 'hono'
import { h } from 'preact'
import { type FieldError, readForm, type Typed } from '../../platform/http/form.ts'
import { seeOther } from '../../platform/http/render.ts'
import { RouteTable } from '../../platform/http/routes.ts'
import type { Visit } from '../people/contract.ts'
import { administrators, notFound, show } from '../people/public.ts'
import * as actions from './actions.ts'
import type { HookId } from './contract.ts'
import { AddHookPage, SecretPage } from './pages/add-hook.tsx'
import { HookPage } from './pages/hook.tsx'
import { HooksPage } from './pages/hooks.tsx'
import { changeForm, emptyForm, hookForm } from './schemas.ts'
import { deliveriesOf, deliveryCount, hookById, hooks } from './store/hooks.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

const A_PAGE = 20

const say = (c: Context<Visit>) => words(c.var.reader.lang)

/** A number in an address; what is none is no webhook's. */
const numberIn = (text: string | undefined): number => (/^[1-9]\d{0,14}$/.test(text ?? '') ? Number(text) : 0)

interface Mistaken {
  readonly typed?: Typed
  readonly errors: readonly FieldError[]
}

const addPage = (c: Context<Visit>, mistaken?: Mistaken) =>
  show(c, {
    title: say(c)('add.title'),
    noindex: true,
    ...(mistaken ? { status: 422 as const } : {}),
    body: h(AddHookPage, { lang: c.var.reader.lang, once: c.var.house.secret(), ...mistaken }),
  })

const secretPage = (c: Context<Visit>, id: HookId, secret: string) =>
  show(c, {
    title: say(c)('secret.title'),
    noindex: true,
    body: h(SecretPage, { lang: c.var.reader.lang, id, secret }),
  })

const hookPage = async (c: Context<Visit>, id: HookId, mistaken?: Mistaken) => {
  const { house, scope, reader } = c.var
  const page = Math.min(numberIn(c.req.query('page')) || 1, 100_000)
  const [[hook], deliveries, [all]] = await house.db.read(
    scope,
    hookById(scope, id),
    deliveriesOf(scope, id, page, A_PAGE),
    deliveryCount(scope, id),
  )
  if (!hook) return notFound(c)
  const told = c.req.query('done')
  return show(c, {
    title: new URL(hook.address).host,
    noindex: true,
    ...(mistaken ? { status: 422 as const } : {}),
    body: h(HookPage, {
      reader,
      hook,
      deliveries,
      page,
      pages: Math.ceil((all?.count ?? 0) / A_PAGE),
      once: house.secret(),
      told: told === 'saved' || told === 'again' ? told : undefined,
      ...mistaken,
    }),
  })
}

/** The answer to a small form of a webhook's page: back to the page, with what was done or what stood in the way. */
const after = (c: Context<Visit>, id: HookId, done: { ok: true } | { ok: false; reason: string }) => {
  if (done.ok) return seeOther(c, urls.hook({ id }, { done: 'again' }))
  return done.reason === 'gone' ? notFound(c) : hookPage(c, id, { errors: [{ field: '', reason: done.reason }] })
}

export const routes = new RouteTable<Visit>()
  .get(urls.hooks, administrators, async (c) => {
    const { house, scope, reader } = c.var
    const [all] = await house.db.read(scope, hooks(scope))
    return show(c, { title: say(c)('list.title'), noindex: true, body: h(HooksPage, { reader, hooks: all }) })
  })
  .get(urls.add, administrators, (c) => addPage(c))
  .post(urls.add, administrators, async (c) => {
    const form = await readForm(c, hookForm)
    if (!form.ok) return addPage(c, form)
    const added = await actions.addHook(c.var.house, c.var.scope, form.value, form.once)
    if (!added.ok)
      return addPage(c, { typed: form.typed, errors: [{ field: added.field ?? '', reason: added.reason }] })
    return secretPage(c, added.value.id, added.value.secret)
  })
  .get(urls.hook, administrators, (c) => hookPage(c, numberIn(c.req.param('id'))))
  .post(urls.hook, administrators, async (c) => {
    const id = numberIn(c.req.param('id'))
    const form = await readForm(c, changeForm)
    if (!form.ok) return hookPage(c, id, form)
    const changed = await actions.changeHook(c.var.house, c.var.scope, { id, ...form.value }, form.once)
    if (changed.ok) return seeOther(c, urls.hook({ id }, { done: 'saved' }))
    if (changed.reason === 'gone') return notFound(c)
    return hookPage(c, id, { typed: form.typed, errors: [{ field: changed.field ?? '', reason: changed.reason }] })
  })
  .post(urls.trials, administrators, async (c) => {
    const id = numberIn(c.req.param('id'))
    const { once } = await readForm(c, emptyForm)
    return after(c, id, await actions.tryHook(c.var.house, c.var.scope, id, once))
  })
  .post(urls.secrets, administrators, async (c) => {
    const id = numberIn(c.req.param('id'))
    const { once } = await readForm(c, emptyForm)
    const renewed = await actions.renewHookSecret(c.var.house, c.var.scope, id, once)
    return renewed.ok ? secretPage(c, id, renewed.value.secret) : after(c, id, renewed)
  })
  .post(urls.removal, administrators, async (c) => {
    const id = numberIn(c.req.param('id'))
    const { once } = await readForm(c, emptyForm)
    const removed = await actions.removeHook(c.var.house, c.var.scope, id, once)
    return removed.ok ? seeOther(c, urls.hooks()) : after(c, id, removed)
  })
  .post(urls.replays, administrators, async (c) => {
    const id = numberIn(c.req.param('id'))
    const { once } = await readForm(c, emptyForm)
    const delivery = numberIn(c.req.param('delivery'))
    return after(c, id, await actions.replayDelivery(c.var.house, c.var.scope, { id, delivery }, once))
  })
