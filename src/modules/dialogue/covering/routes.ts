/** The doors of a content note: its page, and putting, changing or taking it away. */
import { h } from 'preact'
import { type FieldError, readForm, type Typed } from '../../../platform/http/form.ts'
import type { RouteTable } from '../../../platform/http/routes.ts'
import { circleOf, members } from '../../community/public.ts'
import type { Visit } from '../../people/contract.ts'
import { notFound, show } from '../../people/public.ts'
import { askNames, wentBack } from '../../safeguarding/public.ts'
import { isMine } from '../access.ts'
import { backTo, type Here, once, setting, voiceHere } from '../door.ts'
import type { Found } from '../store/contributions.ts'
import { putNote } from './actions.ts'
import { mayNote } from './note.ts'
import { NotePage } from './pages/note-page.tsx'
import { noteForm } from './schemas.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

const notePage = (c: Here, said: Found, again: { typed?: Typed; errors?: readonly FieldError[] } = {}): Response =>
  show(c, {
    title: words(c.var.reader.lang)('note.title'),
    ...(again.errors ? { status: 422 as const } : {}),
    body: h(NotePage, { ...setting(c), said, mine: isMine(c.var.scope, said), once: once(c), ...again }),
  })

/** Mounts them. */
export const mountCovering = (routes: RouteTable<Visit>): void => {
  routes
    .get(urls.note, members, async (c) => {
      const said = await voiceHere(c)
      return said && mayNote(c.var.scope, said).ok ? notePage(c, said) : notFound(c)
    })
    .post(urls.note, members, async (c) => {
      const form = await readForm(c, noteForm)
      const said = await voiceHere(c)
      if (!said) return notFound(c)
      if (!form.ok) return notePage(c, said, form)
      if (wentBack(form.typed)) return notePage(c, said, { typed: form.typed })
      const { note, names } = form.value
      const about = { typed: form.typed, fields: ['note'], language: said.language, circle: circleOf(said.audience) }
      const asked = mayNote(c.var.scope, said).ok && (await askNames(c, { ...about, answer: names }))
      if (asked) return asked
      const put = await putNote(c.var.house, c.var.scope, said.id, note, form.once, names)
      if (put.ok) return backTo(c, said.id)
      const now = (await voiceHere(c)) ?? said
      return notePage(c, now, { typed: form.typed, errors: [{ field: put.field ?? '', reason: put.reason }] })
    })
}
