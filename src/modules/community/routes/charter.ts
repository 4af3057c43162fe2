/** The doors of Who we are and How we treat each other. */
import type { Context } from 'hono'
import { h } from 'preact'
import { type FieldError, readForm, type Typed, typedText } from '../../../platform/http/form.ts'
import { seeOther } from '../../../platform/http/render.ts'
import { RouteTable } from '../../../platform/http/routes.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound, show } from '../../people/public.ts'
import { members } from '../access.ts'
import * as actions from '../actions/charter.ts'
import { type CharterDocument, documentOf, parts } from '../charter.ts'
import { CharterPage } from '../pages/charter.tsx'
import type { LineTrouble } from '../pages/charter-line.tsx'
import { WhoIsIn } from '../pages/who-is-in.tsx'
import * as schemas from '../schemas.ts'
import { linesOf, versionsOf } from '../store/charter.ts'
import { membersOf } from '../store.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

interface Again {
  readonly typed?: Typed
  readonly errors?: readonly FieldError[]
  readonly trouble?: LineTrouble
}

const addressOf = (document: CharterDocument, slug: string) =>
  document === 'charter' ? urls.charter({ slug }) : urls.agreement({ slug })

const charterPage = async (c: Context<Visit>, document: CharterDocument, again: Again = {}) => {
  const { house, scope, reader, place } = c.var
  const [lines, versions, people] = await house.db.read(
    scope,
    linesOf(scope, place.id),
    versionsOf(scope, place.id),
    membersOf(scope, place.id),
  )
  const own = versions.filter((version) => version.document === document)
  const number = own[0]?.number
  const isIn = people.filter((person) => number !== undefined && person.in_version === number)
  const aside =
    document === 'agreement'
      ? h(WhoIsIn, {
          lang: reader.lang,
          slug: place.slug,
          people: isIn,
          mine: isIn.some((person) => person.person_id === scope.personId),
          settled: number !== undefined,
        })
      : undefined
  const body = h(CharterPage, {
    reader,
    slug: place.slug,
    document,
    lines,
    versions: own,
    once: house.secret(18),
    ...(aside ? { aside } : {}),
    ...again,
  })
  return show(c, {
    title: words(reader.lang)(document === 'charter' ? 'nav.charter' : 'nav.agreement'),
    current: document,
    ...(again.errors || again.trouble ? { status: 422 as const } : {}),
    body,
  })
}

const documentTyped = (typed: Typed): CharterDocument => {
  const part = parts.find((one) => one === typedText(typed, 'part'))
  return part ? documentOf(part) : typedText(typed, 'document') === 'agreement' ? 'agreement' : 'charter'
}

export const charterRoutes = new RouteTable<Visit>()
  .get(urls.charter, members, (c) => charterPage(c, 'charter'))
  .get(urls.agreement, members, (c) => charterPage(c, 'agreement'))
  .post(urls.lines, members, async (c) => {
    const form = await readForm(c, schemas.lineForm)
    if (!form.ok) return charterPage(c, documentTyped(form.typed), { typed: form.typed, errors: form.errors })
    await actions.addLine(c.var.house, c.var.scope, c.var.place, form.value, form.once)
    return seeOther(c, addressOf(documentOf(form.value.part), c.var.place.slug))
  })
  .post(urls.line, members, async (c) => {
    const line = Number(c.req.param('line'))
    if (!Number.isSafeInteger(line)) return notFound(c)
    const form = await readForm(c, schemas.changeForm)
    const again = (reason: string) =>
      charterPage(c, documentTyped(form.typed), {
        trouble: { line, words: typedText(form.typed, 'words'), message: words(c.var.reader.lang).maybe(reason) },
      })
    if (!form.ok) return again(form.errors[0]?.reason ?? 'line.empty')
    const { words: said, seen, act } = form.value
    const changed = await actions.changeLine(c.var.house, c.var.scope, c.var.place, {
      line,
      words: act === 'strike' ? seen : said,
      seen,
      state: act === 'strike' ? 'struck' : 'kept',
    })
    if (!changed.ok) return again(changed.reason)
    return seeOther(c, `${addressOf(documentOf(changed.value.part), c.var.place.slug)}#line-${line}`)
  })
  .post(urls.versions, members, async (c) => {
    const form = await readForm(c, schemas.versionForm)
    const document = documentTyped(form.typed)
    if (!form.ok) return charterPage(c, document, { typed: form.typed, errors: form.errors })
    const settled = await actions.settleVersion(c.var.house, c.var.scope, c.var.place, form.value, form.once)
    if (!settled.ok)
      return charterPage(c, document, {
        typed: form.typed,
        errors: [{ field: settled.field ?? '', reason: settled.reason }],
      })
    return seeOther(c, addressOf(document, c.var.place.slug))
  })
  .post(urls.in, members, async (c) => {
    await actions.sayIn(c.var.house, c.var.scope, c.var.place)
    return seeOther(c, urls.agreement({ slug: c.var.place.slug }))
  })
