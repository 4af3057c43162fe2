/** Speaks with the server about words begun. */
import { cardUrls } from '../../card/urls.ts'
import { urls } from '../../urls.ts'
import { begunUrls } from '../urls.ts'
import type { Draft } from './shelf.ts'

/** The browser sends no more than this when its page is already gone. */
const LAST_BYTES = 60_000

/** Whether an answer came from the door: the session is over, and nothing was done. */
export const isDoor = ({ url }: Pick<Response, 'url'>): boolean =>
  [urls.signIn(), cardUrls.ended(), cardUrls.ownDevice()].includes(new URL(url).pathname)

/** What came of keeping: the new version, `elsewhere` when another page was faster, nothing when it did not arrive. */
export const keepThere = async (draft: Draft, last = false): Promise<number | 'elsewhere' | undefined> => {
  const body = new URLSearchParams({
    id: draft.id,
    was: String(draft.version),
    form: draft.form,
    page: draft.page,
    title: draft.title,
    fields: JSON.stringify(draft.fields),
  })
  const keepalive = last && body.toString().length < LAST_BYTES
  try {
    const answer = await fetch(begunUrls.list(), { method: 'POST', body, keepalive })
    if (answer.redirected) return undefined
    const told = (await answer.json()) as { version?: number; reason?: string }
    return told.version ?? (told.reason === 'elsewhere' ? 'elsewhere' : undefined)
  } catch {
    return undefined
  }
}

/** Throws it away there. */
export const forgetThere = async (id: string): Promise<void> => {
  await fetch(begunUrls.removal({ id }), {
    method: 'POST',
    body: new URLSearchParams(),
    keepalive: true,
    redirect: 'manual',
  }).catch(() => undefined)
}

/** What the server keeps of these forms. */
export const keptThere = async (form: string): Promise<(Draft & { readonly kept_at: string })[]> => {
  try {
    const answer = await fetch(begunUrls.here({}, { form }))
    return answer.ok && !answer.redirected ? await answer.json() : []
  } catch {
    return []
  }
}
