/** All words of a community that wait for one adult's look: each with one press. */

import { Button } from '../../../../ui/button.tsx'
import { Disclosure } from '../../../../ui/disclosure.tsx'
import { Empty } from '../../../../ui/empty.tsx'
import { Markdown } from '../../../../ui/markdown.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Page } from '../../../../ui/page.tsx'
import { Voice, Voices } from '../../../../ui/voice.tsx'
import { heldUrls } from '../../../community/public.ts'
import { urls as carryUrls } from '../../carrying/urls.ts'
import { words as carryWords } from '../../carrying/words.ts'
import { Covered } from '../../covering/pages/covered.tsx'
import { VOICE_ACTS } from '../../pages/acts-form.ts'
import { ActsForm } from '../../pages/voice-acts.tsx'
import type { Setting } from '../../pages/who-said.tsx'
import { saidOn } from '../../said-on.ts'
import { urls as dialogueUrls } from '../../urls.ts'
import { words as dialogueWords } from '../../words.ts'
import { HeldWords, type Waiting } from '../held/pages/held-words.tsx'
import { questions } from '../look.ts'
import type { WaitingWords } from '../store.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

/** `more` when some wait that are not shown; `reason` is the word key of what could not be done. */
export const WaitingPage = (
  props: Setting & {
    waiting: readonly (WaitingWords & { readonly about: string })[]
    held: readonly Waiting[]
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
  const whole = (held: Waiting) => {
    const at = { slug, id: held.id }
    return (
      <HeldWords
        {...props}
        held={held}
        after={
          held.about ? (
            <p class="meta">
              {t('look.asked', { question: t(`look.${held.about}`) })}
              {held.fine_at ? ` ${t('look.answered')}` : null}
            </p>
          ) : null
        }
        acts={
          <>
            <Button form={VOICE_ACTS} formaction={heldUrls.opening(at)}>
              {t('look.open')}
            </Button>
            <Disclosure summary={t('look.first')}>
              <p class="meta">{t('look.firstText')}</p>
              {questions.map((one) => (
                <p key={one}>
                  <Button look="plain" form={VOICE_ACTS} formaction={heldUrls.question(at)} name="about" value={one}>
                    {t(`look.${one}`)}
                  </Button>
                </p>
              ))}
            </Disclosure>
          </>
        }
      />
    )
  }
  const some = waiting.length + props.held.length > 0
  return (
    <Page title={t('waiting.title')} lead={some ? t('waiting.lead') : undefined} measure="narrow">
      {props.reason ? (
        <Notice kind="warn" announce>
          <p>{t.maybe(props.reason)}</p>
        </Notice>
      ) : null}
      {some ? (
        <>
          <section>
            <h2 class="unseen">{t('waiting.title')}</h2>
            <Voices>{[...waiting.map(one), ...props.held.map(whole)]}</Voices>
          </section>
          <ActsForm />
          {props.more ? <p class="muted">{t('waiting.some')}</p> : null}
        </>
      ) : (
        <Empty level={2} title={t('waiting.none')} text={t('waiting.noneText')} />
      )}
      <p>
        <a href={carryUrls.all({ slug })}>{carryWords(lang)('all.title')}</a>
      </p>
    </Page>
  )
}
