/** The outbox: a form that was sent without network waits here, whole, and is sent when the network is back. */
import { urls } from '../../urls.ts'
import { tellWaiting } from './bar.ts'
import { addressOf, pageAddress } from './form-words.ts'
import { newId, person, say } from './person.ts'
import { forgetThere, isDoor } from './post.ts'
import { all, forget, keepParcel, type Parcel } from './shelf.ts'

const AGAIN_MS = 20_000
/** The server remembers for two days which forms it has had. */
const REMEMBERED_MS = 36 * 3_600_000

let again = 0

/** What a form would send, as it stands; nothing where it holds a file, which cannot wait. */
export const sendingOf = (form: HTMLFormElement, submitter: HTMLElement | null): Parcel | undefined => {
  const sent: [string, string][] = []
  for (const [name, value] of new FormData(form, submitter)) {
    if (typeof value === 'string') sent.push([name, value])
    else if (value.size > 0) return undefined
  }
  const once = sent.find(([name]) => name === 'once')?.[1]
  return {
    person: person(),
    id: once ?? newId(),
    form: addressOf(form, submitter),
    page: pageAddress(),
    title: (document.querySelector('main h1')?.textContent ?? '').trim().slice(0, 200),
    sent,
    draft: sent.find(([name]) => name === 'begun')?.[1] ?? '',
    at: Date.now(),
    tried: false,
  }
}

const reasonIn = async (answer: Response): Promise<string> => {
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html')
  const mistake = page.querySelector('[data-error-summary] li') ?? page.querySelector('main h1')
  return (mistake?.textContent ?? '').trim().slice(0, 200)
}

type Came = { readonly sent: string } | 'waits' | 'door' | { readonly refused: string }

const post = async (parcel: Parcel): Promise<Came> => {
  const body = new URLSearchParams(parcel.sent.map(([name, value]) => [name, value]))
  if (parcel.person !== '') body.set('by', parcel.person)
  if (parcel.draft !== '') body.set('begun', parcel.draft)
  try {
    const answer = await fetch(parcel.form, { method: 'POST', body, headers: { accept: 'text/html' } })
    if (isDoor(answer)) return 'door'
    if (answer.ok) return { sent: answer.url }
    const page = answer.headers.get('content-type')?.includes('html')
    if (!page || answer.status >= 500 || answer.status === 429) return 'waits'
    return { refused: await reasonIn(answer) }
  } catch {
    return 'waits'
  }
}

const goOn = (parcel: Parcel): string =>
  parcel.draft ? `${parcel.page}${parcel.page.includes('?') ? '&' : '?'}begun=${parcel.draft}` : parcel.page

/** Shows what waits. */
export const showWaiting = async (): Promise<Parcel[]> => {
  const parcels = await all('parcels', person())
  const told = parcels.map((parcel) =>
    parcel.refused === undefined
      ? { id: parcel.id, says: `${say('waits')} ${parcel.title}` }
      : {
          id: parcel.id,
          says: `${say('refused')} ${parcel.title}. ${parcel.refused}`,
          press: { says: say('yours'), href: goOn(parcel) },
          gone: () => void forget('parcels', parcel),
        },
  )
  tellWaiting(told)
  return parcels
}

const deliver = async (parcel: Parcel): Promise<'on' | 'stop'> => {
  if (parcel.tried && Date.now() - parcel.at > REMEMBERED_MS) {
    await keepParcel({ ...parcel, refused: say('unsure') })
    return 'on'
  }
  await keepParcel({ ...parcel, tried: true })
  const came = await post(parcel)
  if (came === 'waits') return 'stop'
  if (came === 'door') {
    await showWaiting()
    const { pathname, search } = location
    tellWaiting(
      [
        {
          id: 'door',
          says: say('door'),
          press: { says: say('signIn'), href: urls.signIn({}, { next: pathname + search }) },
        },
      ],
      true,
    )
    return 'stop'
  }
  if ('refused' in came) {
    await keepParcel({ ...parcel, refused: came.refused })
    return 'on'
  }
  await forget('parcels', parcel)
  if (parcel.draft) {
    await forget('drafts', { person: parcel.person, id: parcel.draft })
    if (parcel.person !== '') void forgetThere(parcel.draft)
  }
  document.dispatchEvent(new CustomEvent('begun:sent', { detail: { id: parcel.id, to: came.sent } }))
  tellWaiting(
    [{ id: `sent ${parcel.id}`, says: `${say('sent')} ${parcel.title}`, press: { says: say('see'), href: came.sent } }],
    true,
  )
  return 'on'
}

const deliverAll = async (): Promise<void> => {
  for (const parcel of await all('parcels', person())) {
    if (parcel.refused !== undefined) continue
    if ((await deliver(parcel)) === 'stop') break
  }
}

/** Sends what waits, from one window at a time, and again a little later while something is left. */
export const sendWaiting = async (): Promise<void> => {
  window.clearTimeout(again)
  const waiting = (await showWaiting()).filter(({ refused }) => refused === undefined)
  if (waiting.length === 0) return
  if (navigator.onLine !== false) {
    // Where a page came without https there are no locks; the form's own token keeps it from happening twice.
    if ('locks' in navigator)
      await navigator.locks.request('ciranda-outbox', { ifAvailable: true }, (lock) =>
        lock ? deliverAll() : undefined,
      )
    else await deliverAll()
    await showWaiting()
  }
  again = window.setTimeout(() => void sendWaiting(), AGAIN_MS)
}
