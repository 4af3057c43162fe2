/** The doors of passkeys: signing in with one, and Ways to come in. */
import type { Context } from 'hono'
import { h } from 'preact'
import { readForm } from '../../../platform/http/form.ts'
import { seeOther } from '../../../platform/http/render.ts'
import { RouteTable } from '../../../platform/http/routes.ts'
import type { Outcome } from '../../../platform/outcome.ts'
import { anyone, onOwnDevice, signedIn } from '../access.ts'
import { callerAddress } from '../caller.ts'
import type { Visit } from '../contract.ts'
import { carrySession } from '../cookies.ts'
import { show } from '../pages/show.tsx'
import { inside } from '../schemas.ts'
import { signInPage } from '../sign-in.ts'
import { urls } from '../urls.ts'
import * as actions from './actions.ts'
import { WaysInPage, type WaysInProps } from './pages/ways-in.tsx'
import { deviceNamed } from './passkey.ts'
import * as schemas from './schemas.ts'
import { myOtherWays, passkeysOf } from './store.ts'
import { markedVisitor, markVisitor, placeOf } from './visitor.ts'
import { words } from './words.ts'

const waysInPage = async (c: Context<Visit>, more: Pick<WaysInProps, 'last' | 'typed' | 'errors'> = {}) => {
  const { house, scope, reader } = c.var
  const [passkeys, [ways]] = await house.db.read(scope, passkeysOf(scope), myOtherWays(scope))
  const told = c.req.query('done')
  return show(c, {
    title: words(reader.lang)('title'),
    noindex: true,
    ...(more.errors || more.last ? { status: 422 as const } : {}),
    body: h(WaysInPage, {
      reader,
      ways,
      passkeys,
      found: placeOf(c),
      letters: house.mailWay !== 'none',
      device: deviceNamed(c.req.header('user-agent')),
      told: told === 'added' || told === 'removed' || told === 'unlinked' ? told : undefined,
      ...more,
    }),
  })
}

/** Puts a question to the browser; only its own script reads this, so that a refusal needs no page. */
const put = async (c: Context<Visit>, ask: (asked: actions.Asked) => Promise<Outcome<object>>): Promise<Response> => {
  const found = placeOf(c)
  if (found.kind !== 'here') return c.json({}, 409)
  const asked = await ask({ place: found.place, visitor: markVisitor(c) })
  return asked.ok ? c.json(asked.value, 200, { 'cache-control': 'no-store' }) : c.json({}, 409)
}

export const passkeyRoutes = new RouteTable<Visit>()
  .post(urls.passkeyChallenge, anyone, (c) =>
    put(c, (asked) => actions.askForPasskey(c.var.house, { ...asked, from: callerAddress(c) })),
  )
  .post(urls.signInPasskey, anyone, async (c) => {
    const form = await readForm(c, schemas.signInForm)
    const next = inside.parse(form.typed.next)
    const wrong = (reason: string) => signInPage(c, { next, errors: [{ field: '', reason }] })
    const found = placeOf(c)
    if (!form.ok || found.kind !== 'here') return wrong('signIn.passkeyWrong')
    const signed = await actions.signInByPasskey(c.var.house, {
      place: found.place,
      visitor: markedVisitor(c),
      from: callerAddress(c),
      answer: form.value.answer,
    })
    if (!signed.ok) return wrong(signed.reason)
    carrySession(c, signed.value.token)
    return seeOther(c, next)
  })
  .get(urls.waysIn, signedIn, (c) => waysInPage(c))
  .post(urls.newPasskeyChallenge, onOwnDevice, (c) =>
    put(c, (asked) => actions.askForNewPasskey(c.var.house, c.var.scope, asked)),
  )
  .post(urls.unlinkSchool, signedIn, async (c) => {
    const unlinked = await actions.unlinkSchool(c.var.house, c.var.scope)
    if (!unlinked.ok) return waysInPage(c, { errors: [{ field: '', reason: unlinked.reason }] })
    return seeOther(c, urls.waysIn({}, { done: 'unlinked' }))
  })
  .post(urls.addPasskey, onOwnDevice, async (c) => {
    const form = await readForm(c, schemas.addPasskeyForm)
    const { typed } = form
    if (!form.ok) return waysInPage(c, { typed, errors: form.errors })
    const found = placeOf(c)
    const added =
      found.kind === 'here'
        ? await actions.addPasskey(c.var.house, c.var.scope, {
            place: found.place,
            visitor: markedVisitor(c),
            ...form.value,
          })
        : undefined
    if (!added?.ok) return waysInPage(c, { typed, errors: [{ field: '', reason: added?.reason ?? 'wrong' }] })
    return seeOther(c, urls.waysIn({}, { done: 'added' }))
  })
  .post(urls.removePasskey, signedIn, async (c) => {
    const form = await readForm(c, schemas.removeForm)
    const id = Number(c.req.param('id'))
    const sure = form.ok && form.value.sure === 'yes'
    const removed = Number.isSafeInteger(id)
      ? await actions.removePasskey(c.var.house, c.var.scope, { id, sure })
      : undefined
    if (removed?.ok) return seeOther(c, urls.waysIn({}, { done: 'removed' }))
    if (removed?.reason === 'last') return waysInPage(c, { last: id })
    return waysInPage(c, { errors: [{ field: '', reason: 'gone' }] })
  })
