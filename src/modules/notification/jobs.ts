/** What the queue and time do for notices: letters that are due, those whose sender died, a trial, and forgetting. */
import type { House } from '../../platform/house.ts'
import { enqueue } from '../../platform/jobs/enqueue.ts'
import type { Tasks } from '../../platform/jobs/runner.ts'
import { dress } from '../../platform/mail/dress.ts'
import { NotSent } from '../../platform/mail/fault.ts'
import type { Post } from '../../platform/mail/post.ts'
import { recipientOf } from '../people/public.ts'
import type { Sources } from './notices.ts'
import { beginLetter, type Sending, sendLetter, takeUpForsaken } from './sending.ts'
import * as store from './store/letters.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

const MOST_AT_ONCE = 1000
const KEPT_DAYS = 180
const DAY_MS = 86_400_000

/** The job of a trial letter. */
export const trialTask = 'notification:trial'

const sweep = async ({ house }: Sending) => {
  await takeUpForsaken(house)
  await house.db.asSystem('job', async (tx) => {
    for (const { person_id } of await tx.rows(store.peopleDue(tx.now, MOST_AT_ONCE)))
      await enqueue(tx, 'notification:write', { person: person_id }, { key: `notification:write ${person_id}` })
    for (const { id } of await tx.rows(store.lettersDue(tx.now, MOST_AT_ONCE)))
      await enqueue(tx, 'notification:send', { letter: id }, { key: `notification:send ${id}` })
  })
}

const write = async (sending: Sending, person: number) => {
  const letter = await beginLetter(sending, person)
  if (letter !== undefined) await sendLetter(sending, letter)
}

const trial = async ({ house, post }: Sending, person: number) => {
  const to = await house.db.asSystem('job', (tx) => recipientOf(tx, person))
  if (!to?.email) return
  const t = words(to.lang)
  const { siteName } = await house.settings.current()
  const title = t('trial.title', { site: siteName })
  const letter = dress({
    lang: to.lang,
    siteName,
    title,
    parts: [{ text: t('trial.text'), button: { label: t('trial.button'), href: house.baseUrl + urls.mail() } }],
    foot: [],
  })
  // What was in the way stands on the page that asked for the trial; trying again is its reader's choice.
  await post({ to: to.email, subject: title, sender: siteName, ...letter }).catch((fault) => {
    if (!(fault instanceof NotSent)) throw fault
  })
}

/** The tasks of notices. */
export const notificationTasks = (house: House, sources: Sources, post: Post): Tasks => {
  const sending: Sending = { house, sources, post }
  return {
    'notification:sweep': () => sweep(sending),
    'notification:write': (payload) => write(sending, Number(payload.person)),
    'notification:send': (payload) => sendLetter(sending, Number(payload.letter)),
    [trialTask]: (payload) => trial(sending, Number(payload.person)),
    'notification:prune': () =>
      house.db.asSystem('job', async (tx) => {
        for (const query of store.prune(new Date(tx.now.getTime() - KEPT_DAYS * DAY_MS))) await tx.rows(query)
      }),
  }
}
