/** Watches the forms of a page: keeps what is typed, lets what cannot be sent wait, and warns before something is lost. */
import { announce } from '../../../../ui/islands/announcer.ts'
import { addressOf, isWhole, isWriting, mayKeep } from './form-words.ts'
import { Keeper } from './keeper.ts'
import { lineOf, writeLine } from './line.ts'
import { sendingOf, sendWaiting, showWaiting } from './outbox.ts'
import { isShared, person, say } from './person.ts'
import { isDoor } from './post.ts'
import { all, forget, keepParcel, type Parcel, tidy, wipe } from './shelf.ts'

const NAME = 'ciranda-begun'
const channel = 'BroadcastChannel' in window ? new BroadcastChannel(NAME) : undefined
const keepers = new Map<HTMLFormElement, Keeper>()
const sending = new Map<HTMLFormElement, Parcel | undefined>()
/** What waits in this window's memory alone, and would go with it. */
let waitsHere = 0

const keeperOf = (target: EventTarget | null): Keeper | undefined => {
  const form = target instanceof Element ? target.closest('form') : null
  if (!form || !isWriting(form)) return undefined
  const known = keepers.get(form) ?? new Keeper(form)
  keepers.set(form, known)
  return known
}

/** Of forms that the browser itself sends; nothing where it forbids to note even that. */
const going = {
  note: (what: string) => {
    try {
      sessionStorage.setItem('begun-going', what)
    } catch {
      // Then the words stay until their person throws them away.
    }
  },
  noted: (): string[] => {
    try {
      const what = sessionStorage.getItem('begun-going') ?? ''
      return what === '' ? [] : what.split(' ')
    } catch {
      return []
    }
  },
}

/** The page after such a form: its words are gone unless it shows the form again, declines it, or is the door. */
const cameThrough = (): void => {
  const [owner, id, address] = going.noted()
  if (owner === undefined || !id) return
  const [arrival] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
  if ((arrival?.responseStatus ?? 200) >= 400 || isDoor({ url: location.href })) return
  going.note('')
  const again = [...document.forms].some((one) => isWriting(one) && addressOf(one) === address)
  if (!again && owner === person()) void forget('drafts', { person: owner, id })
}

/** Looks at the forms of a page that has just come. */
export const lookAround = (): void => {
  cameThrough()
  for (const form of keepers.keys()) if (!form.isConnected) keepers.delete(form)
  for (const form of document.forms) void keeperOf(form)?.begin()
  void (person() === '' ? Promise.resolve() : tidy(person())).then(sendWaiting)
}

/** The form waits: it can be read and not changed, and be taken back as long as none of it is on its way. */
const waitAt = async (form: HTMLFormElement, parcel: Parcel): Promise<void> => {
  keepers.get(form)?.end()
  const lies = await keepParcel(parcel)
  if (lies === 'memory') waitsHere++
  form.inert = true
  const line = document.createElement('p')
  line.className = 'begun-line waits'
  line.dataset.waits = parcel.id
  line.tabIndex = -1
  const back = () => {
    void forget('parcels', parcel).then(showWaiting)
    form.inert = false
    line.remove()
    void keepers.get(form)?.notSent()
  }
  writeLine(line, say('waitsHere'), parcel.tried ? [] : [{ says: say('takeBack'), does: back }])
  form.before(line)
  line.focus()
  announce(say('waitsHere'))
  void showWaiting()
  if (parcel.tried) void sendWaiting()
}

document.addEventListener('begun:sent', (event) => {
  const { id, to } = (event as CustomEvent<{ id: string; to: string }>).detail
  const line = document.querySelector<HTMLElement>(`[data-waits="${CSS.escape(id)}"]`)
  if (line) writeLine(line, say('sent'), [{ says: say('see'), href: to }])
  if (waitsHere > 0) waitsHere--
})

document.addEventListener('input', ({ target }) => keeperOf(target)?.touched())
document.addEventListener('change', ({ target }) => keeperOf(target)?.touched())
document.addEventListener('focusin', ({ target }) => void keeperOf(target)?.look())

document.addEventListener(
  'submit',
  (event) => {
    const keeper = keeperOf(event.target)
    if (!keeper) return
    const { form } = keeper
    keeper.sending()
    const parcel = mayKeep(form) ? sendingOf(form, event.submitter) : undefined
    sending.set(form, parcel)
    if (navigator.onLine !== false) {
      if (isWhole(form) && keeper.draft) going.note([person(), keeper.draft.id, addressOf(form)].join(' '))
      return
    }
    event.preventDefault()
    event.stopImmediatePropagation()
    void failed(form, false)
  },
  true,
)

/** It did not go: it waits, or where nothing may be kept its words stay in the page. */
const failed = async (form: HTMLFormElement, tried: boolean): Promise<void> => {
  const parcel = sending.get(form)
  sending.delete(form)
  await keepers.get(form)?.notSent()
  if (parcel) return waitAt(form, { ...parcel, draft: keepers.get(form)?.draft?.id ?? parcel.draft, tried })
  writeLine(lineOf(form), say('needs'))
  announce(say('needs'))
}

document.addEventListener('turbo:submit-end', (event) => {
  const { success, fetchResponse, error } = (
    event as CustomEvent<{ success: boolean; error?: Error; fetchResponse?: { response: Response } }>
  ).detail
  const form = event.target as HTMLFormElement
  const keeper = keepers.get(form)
  if (!keeper) {
    // A step in between carries the words along without a field to write in.
    const id = form.querySelector<HTMLInputElement>('[name=begun]')?.value
    if (id && success && fetchResponse && !isDoor(fetchResponse.response))
      void forget('drafts', { person: person(), id })
    return
  }
  if (error && !fetchResponse) return void failed(keeper.form, true)
  sending.delete(keeper.form)
  const answer = fetchResponse?.response
  if (success && answer && !isDoor(answer)) void keeper.sent()
  else void keeper.notSent()
})

const leave = (last: boolean) => {
  for (const keeper of keepers.values()) void keeper.travel(last)
}
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') leave(true)
  else void sendWaiting()
})
window.addEventListener('pagehide', () => leave(true))
window.addEventListener('online', () => {
  leave(false)
  void sendWaiting()
})

const unsafe = (window: boolean) => [...keepers.values()].some((keeper) => keeper.isUnsafe(window))
window.addEventListener('beforeunload', (event) => {
  if (unsafe(true) || waitsHere > 0) event.preventDefault()
})
document.addEventListener('turbo:before-visit', (event) => {
  if (unsafe(false) && !window.confirm(say('leave'))) event.preventDefault()
  else for (const keeper of keepers.values()) void keeper.travel()
})

channel?.addEventListener('message', () => {
  for (const keeper of keepers.values()) keeper.end()
})

/** Whether something would be lost for good if this device forgot it. */
const onlyHere = async (): Promise<boolean> => {
  await Promise.all([...keepers.values()].map((keeper) => keeper.travel()))
  const [drafts, parcels] = [await all('drafts', person()), await all('parcels', person())]
  return parcels.length > 0 || drafts.some(({ dirty }) => dirty) || (isShared() && waitsHere > 0)
}

/** Before somebody goes out: forgets everything on this device, after asking where words would be lost. */
export const forgetAll = async (): Promise<boolean> => {
  if ((await onlyHere()) && !window.confirm(say('forget'))) return false
  for (const keeper of keepers.values()) keeper.end()
  channel?.postMessage('ended')
  waitsHere = 0
  await wipe()
  return true
}
