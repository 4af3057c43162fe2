/** At the top of a conversation that is long, or has something new: the ways into it. */
import type { Language } from '../../../../platform/words/words.ts'
import type { Thread } from '../../contract.ts'
import { pagesOf } from '../../numbering.ts'
import { urls } from '../urls.ts'
import { isAnythingNew } from '../visiting.ts'
import { words } from '../words.ts'

/** `speaks` for members, who alone have visits of their own. */
export const JumpHere = (props: { lang: Language; slug: string; thread: Thread; now: Date; speaks: boolean }) => {
  const { lang, slug, thread, now } = props
  const t = words(lang)
  const at = { slug, id: thread.id }
  const long = pagesOf(thread.contributions) > 1
  const fresh = props.speaks && isAnythingNew(thread.visit, thread.newest, now)
  if (!long && !fresh) return null
  return (
    <p class="jump">
      {fresh ? <a href={urls.unread(at)}>{t('jump.new')}</a> : null}
      {long ? (
        <>
          <a href={urls.today(at)}>{t('jump.today')}</a>
          <a href={urls.latest(at)}>{t('jump.latest')}</a>
        </>
      ) : null}
    </p>
  )
}
