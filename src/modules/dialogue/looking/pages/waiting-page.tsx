/** All words of a community that wait for one adult's look: each with one press. */

import { Button } from '../../../../ui/button.tsx'
import { Empty } from '../../../../ui/empty.tsx'
import { Markdown } from '../../../../ui/markdown.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Page } from '../../../../ui/page.tsx'
import { Voice, Voices } from '../../../../ui/voice.tsx'
import { Covered } from '../../covering/pages/covered.tsx'
import { VOICE_ACTS } from '../../pages/acts-form.ts'
import { ActsForm } from '../../pages/voice-acts.tsx'
import type { Setting } from '../../pages/who-said.tsx'
import { saidOn } from '../../said-on.ts'
import { urls as dialogueUrls } from '../../urls.ts'
import { words as dialogueWords } from '../../words.ts'
import type { WaitingWords } from '../store.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

/** `more` when some wait that are not shown; `reason` is the word key of what could not be done. */
export const WaitingPage = (
  props: Setting & {
    waiting: readonly (WaitingWords & { readonly about: string })[]
    more: boolean
    reason?: string | undefined
  },
) => {
  const { lang, slug, zone, now, waiting } = props
  const t = words(lang)
  const one = (said: (typeof waiting)[number]) => (
    <Voice
      name={said.author ?? dialogueWords(lang)('voices.somebody')}
      lang={said.language}
      level={3}
      meta={
        <>
          <time datetime={said.waits_since.toISOString()}>{saidOn(said.waits_since, now, lang, zone)}</time>
          {' · '}
          <a href={dialogueUrls.voice({ slug, id: said.id })}>{t('waiting.where', { title: said.about })}</a>
        </>
      }
      body={
        <Covered lang={lang} note={said.note} noteIn={said.language}>
          <Markdown html={said.html} />
        </Covered>
      }
      after={said.asked ? <p class="meta">{t('look.asked', { question: t(`look.${said.asked}`) })}</p> : null}
      acts={
        <>
          <Button
            form={VOICE_ACTS}
            formaction={`${urls.opening({ slug, id: said.id })}?from=waiting`}
            name="version"
            value={String(said.version)}
          >
            {t('look.open')}
          </Button>
          <a href={dialogueUrls.voice({ slug, id: said.id })}>{t('look.first')}</a>
        </>
      }
    />
  )
  return (
    <Page title={t('waiting.title')} lead={waiting.length > 0 ? t('waiting.lead') : undefined} measure="narrow">
      {props.reason ? (
        <Notice kind="warn" announce>
          <p>{t.maybe(props.reason)}</p>
        </Notice>
      ) : null}
      {waiting.length > 0 ? (
        <>
          <section>
            <h2 class="unseen">{t('waiting.title')}</h2>
            <Voices>{waiting.map(one)}</Voices>
          </section>
          <ActsForm />
          {props.more ? <p class="muted">{t('waiting.some')}</p> : null}
        </>
      ) : (
        <Empty level={2} title={t('waiting.none')} text={t('waiting.noneText')} />
      )}
    </Page>
  )
}
