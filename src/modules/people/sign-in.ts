/** Shows the sign-in page; every way in that did not work comes back here, with the reason. */
import type { Context } from 'hono'
import { h } from 'preact'
import type { FieldError, Typed } from '../../platform/http/form.ts'
import type { Visit } from './contract.ts'
import { show } from './pages/show.tsx'
import { SignInPage } from './pages/sign-in.tsx'
import { placeOf } from './passkey/visitor.ts'
import { schoolButton } from './school-sign-in/store.ts'
import { words } from './words.ts'

/** Answers with the page. `next` is where one goes afterwards. */
export const signInPage = async (
  c: Context<Visit>,
  rest: { next: string; typed?: Typed; errors?: readonly FieldError[] },
): Promise<Response> => {
  const { house, scope } = c.var
  const [[school]] = await house.db.read(scope, schoolButton())
  return show(c, {
    title: words(c.var.reader.lang)('signIn.title'),
    noindex: true,
    bare: true,
    ...(rest.errors ? { status: 422 as const } : {}),
    body: h(SignInPage, {
      lang: c.var.reader.lang,
      mail: house.mailWay !== 'none',
      passkeys: placeOf(c).kind === 'here',
      school: school?.button ?? undefined,
      ...rest,
    }),
  })
}
