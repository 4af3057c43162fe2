/** The letter that proves an address somebody added; its token is made when it is written, so that no queue holds it. */
import type { House } from '../../../platform/house.ts'
import type { Tasks } from '../../../platform/jobs/runner.ts'
import { dress } from '../../../platform/mail/dress.ts'
import { NotSent } from '../../../platform/mail/fault.ts'
import type { Post } from '../../../platform/mail/post.ts'
import { isLanguage } from '../../../platform/words/words.ts'
import { newToken, tokenHash } from '../secret.ts'
import { insertAddressLetter, personById } from './store.ts'
import { cardUrls } from './urls.ts'
import { words } from './words.ts'

const HOUR_MS = 3_600_000

/** The tasks of adding an address. */
export const addressTasks = (house: House, post: Post): Tasks => ({
  'people:send-address-letter': async (payload) => {
    const personId = Number(payload.personId)
    const email = String(payload.email)
    const token = newToken()
    const person = await house.db.asSystem('job', async (tx) => {
      const found = await tx.one(personById(personId))
      if (!found) return undefined
      const expires = new Date(tx.now.getTime() + HOUR_MS)
      await tx.rows(insertAddressLetter({ hash: tokenHash(token), personId, email, expires }))
      return found
    })
    if (!person) return
    const lang = isLanguage(person.language) ? person.language : 'en'
    const t = words(lang)
    const { siteName } = await house.settings.current()
    const subject = t('letter.subject', { site: siteName })
    const href = house.baseUrl + cardUrls.proveAddress({ token })
    const letter = dress({
      lang,
      siteName,
      title: subject,
      parts: [{ text: t('letter.says'), button: { label: t('letter.button'), href } }],
      foot: [{ text: t('letter.unasked') }],
    })
    await post({ to: email, subject, sender: siteName, ...letter }).catch((fault) => {
      if (!(fault instanceof NotSent && fault.outlook === 'address')) throw fault
    })
  },
})
