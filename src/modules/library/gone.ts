/** What is answered at the address of an entry that was taken down: gone, and where to go. */
import type { Context } from 'hono'
import { h } from 'preact'
import type { Visit } from '../people/contract.ts'
import { show } from '../people/public.ts'
import { GonePage } from './pages/gone-page.tsx'
import type { EntryRow } from './store.ts'
import { words } from './words.ts'

/** Whether an entry was taken down; its address stays. */
export const isGone = (entry: Pick<EntryRow, 'withdrawn_at'> & { readonly title: string | null }): boolean =>
  entry.withdrawn_at !== null || entry.title === null

/** The page that says so. */
export const answerGone = (c: Context<Visit>): Response =>
  show(c, {
    title: words(c.var.reader.lang)('gone.title'),
    current: 'library',
    noindex: true,
    status: 410,
    body: h(GonePage, { lang: c.var.reader.lang }),
  })
