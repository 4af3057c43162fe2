/** One's own words that wait for an adult's look, or that stayed with oneself. */
import { Button } from '../../../../../ui/button.tsx'
import { Empty } from '../../../../../ui/empty.tsx'
import { Page } from '../../../../../ui/page.tsx'
import { Voices } from '../../../../../ui/voice.tsx'
import { heldUrls } from '../../../../community/public.ts'
import { VOICE_ACTS } from '../../../pages/acts-form.ts'
import { ActsForm } from '../../../pages/voice-acts.tsx'
import type { Setting } from '../../../pages/who-said.tsx'
import { words } from '../../words.ts'
import { HeldWords, type Waiting } from './held-words.tsx'

const Told = ({ lang, held }: { lang: Setting['lang']; held: Waiting }) => {
  const t = words(lang)
  if (held.stayed_at) return <p>{t('mine.stayed')}</p>
  if (!held.about) return <p class="meta">{t('mine.waits')}</p>
  if (held.fine_at) return <p class="meta">{t('mine.saidFine')}</p>
  return (
    <div class="look">
      <p>
        <b>{t(`ask.${held.about}`)}</b>
      </p>
      {held.about === 'name' ? null : <p class="meta">{t('ask.help')}</p>}
    </div>
  )
}

/** `mine` the newest first. */
export const MyWaitingPage = (props: Setting & { mine: readonly Waiting[] }) => {
  const { lang, slug, mine } = props
  const t = words(lang)
  const one = (held: Waiting) => {
    const at = { slug, id: held.id }
    return (
      <HeldWords
        {...props}
        held={held}
        after={<Told lang={lang} held={held} />}
        acts={
          <>
            {held.about && !held.fine_at && !held.stayed_at ? (
              <Button look="plain" form={VOICE_ACTS} formaction={heldUrls.fine(at)}>
                {t('mine.fine')}
              </Button>
            ) : null}
            <Button look="plain" form={VOICE_ACTS} formaction={heldUrls.takingBack(at)}>
              {t(held.stayed_at ? 'mine.putAway' : 'mine.takeBack')}
            </Button>
          </>
        }
      />
    )
  }
  return (
    <Page title={t('mine.title')} lead={mine.length > 0 ? t('mine.lead') : undefined} measure="narrow">
      {mine.length > 0 ? (
        <>
          <section>
            <h2 class="unseen">{t('mine.title')}</h2>
            <Voices>{mine.map(one)}</Voices>
          </section>
          <ActsForm />
        </>
      ) : (
        <Empty level={2} title={t('waiting.none')} text={t('mine.noneText')} />
      )}
    </Page>
  )
}
