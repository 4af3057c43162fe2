/** In a conversation: to the adult, that somebody asks them to say something; quietly to whoever asked, that it waits. */
import type { Language } from '../../../../platform/words/words.ts'
import { ButtonLink } from '../../../../ui/button.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import type { Thread } from '../../contract.ts'
import { words as dialogueWords } from '../../words.ts'
import { urls } from '../urls.ts'
import { words, youSaid } from '../words.ts'

export const CarriedHere = ({ lang, slug, thread }: { lang: Language; slug: string; thread: Thread }) => {
  const t = words(lang)
  return (
    <>
      {(thread.carried ?? []).map((one) =>
        one.mine ? (
          <p key={one.id} class="meta">
            <a href={urls.one({ slug, id: one.id })}>
              {youSaid(lang, thread.waits_here, 'here.yours', one.carrier ?? dialogueWords(lang)('voices.somebody'))}
            </a>
          </p>
        ) : (
          <Notice key={one.id} kind="human" title={t('here.you')}>
            <p>
              <ButtonLink look="quiet" href={urls.one({ slug, id: one.id })}>
                {t('here.look')}
              </ButtonLink>
            </p>
          </Notice>
        ),
      )}
    </>
  )
}
