/** What time and the queue do for people: sign-in letters, and sweeping old proofs. */
import type { House } from '../../platform/house.ts'
import type { Tasks } from '../../platform/jobs/runner.ts'
import { dress } from '../../platform/mail/dress.ts'
import { NotSent } from '../../platform/mail/fault.ts'
import type { Post } from '../../platform/mail/post.ts'
import { isLanguage } from '../../platform/words/words.ts'
import { addressTasks } from './card/jobs.ts'
import { newToken, tokenHash } from './secret.ts'
import * as store from './store.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

const HOUR_MS = 3_600_000

/** The tasks of people. The token is made when the letter is written, so that no queue ever holds it. */
export const peopleTasks = (house: House, post: Post): Tasks => ({
  ...addressTasks(house, post),
  'people:send-sign-in-letter': async (payload) => {
    const personId = Number(payload.personId)
    const token = newToken()
    const account = await house.db.asSystem('job', async (tx) => {
      const found = await tx.one(store.accountOf(personId))
      if (!found) return undefined
      const expires = new Date(tx.now.getTime() + HOUR_MS)
      await tx.rows(
        store.insertLetter({
          hash: tokenHash(token),
          personId,
          returnTo: payload.returnTo ? String(payload.returnTo) : null,
          expires,
        }),
      )
      return found
    })
    if (!account) return
    const lang = isLanguage(account.language) ? account.language : 'en'
    const t = words(lang)
    const { siteName } = await house.settings.current()
    const subject = t('letter.subject', { site: siteName })
    const letter = dress({
      lang,
      siteName,
      title: subject,
      parts: [
        {
          text: t('letter.says'),
          button: { label: t('letter.button'), href: house.baseUrl + urls.openLetter({ token }) },
        },
      ],
      foot: [{ text: t('letter.unasked') }],
    })
    await post({ to: account.email, subject, sender: siteName, ...letter }).catch((fault) => {
      // An address that does not work stays so however often one tries; the next letter is asked for anew.
      if (!(fault instanceof NotSent && fault.outlook === 'address')) throw fault
    })
  },
  'people:sweep-proofs': () => house.db.asSystem('job', store.sweepProofs),
})
