/** What time and the queue do for people: sign-in letters, and sweeping old proofs. */
import type { House } from '../../platform/house.ts'
import type { Tasks } from '../../platform/jobs/runner.ts'
import type { Post } from '../../platform/mail/post.ts'
import { isLanguage } from '../../platform/words/words.ts'
import { newToken, tokenHash } from './secret.ts'
import * as store from './store.ts'
import { urls } from './urls.ts'
import { words } from './words.ts'

const HOUR_MS = 3_600_000

/** The tasks of people. The token is made when the letter is written, so that no queue ever holds it. */
export const peopleTasks = (house: House, post: Post): Tasks => ({
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
    const t = words(isLanguage(account.language) ? account.language : 'en')
    const { siteName } = await house.settings.current()
    await post({
      to: account.email,
      subject: t('letter.subject', { site: siteName }),
      text: t('letter.body', { link: house.baseUrl + urls.openLetter({ token }) }),
    })
  },
  'people:sweep-proofs': () => house.db.asSystem('job', store.sweepProofs),
})
