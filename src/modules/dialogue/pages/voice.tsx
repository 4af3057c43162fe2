/** One voice on a page of its own: where its conversation is out of reach, or when something could not be done with it. */
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import type { MemberScope } from '../../people/contract.ts'
import { isMine } from '../access.ts'
import type { Said } from '../contract.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { reasonIn } from './mistakes.ts'
import { OneVoice } from './one-voice.tsx'
import { ActsForm } from './voice-acts.tsx'
import type { Setting } from './who-said.tsx'

/** The heading of the page, which is its title too. */
export const voiceTitle = (lang: Setting['lang'], scope: MemberScope, said: Said): string => {
  const t = words(lang)
  return isMine(scope, said) ? t('voice.own') : t('voice.title', { name: said.author ?? t('voices.somebody') })
}

/** `reason` is the word key of what could not be done, `told` the same as a sentence of another part's. */
export const VoicePage = (
  props: Setting & { said: Said; scope: MemberScope; reason?: string; told?: string; reachable: boolean },
) => {
  const { lang, slug, said, scope } = props
  const t = words(lang)
  return (
    <Page title={voiceTitle(lang, scope, said)} measure="narrow">
      {props.reason || props.told ? (
        <Notice kind="warn" announce>
          <p>{props.told ?? reasonIn(lang, props.reason ?? '')}</p>
        </Notice>
      ) : null}
      {props.reachable ? null : <p class="muted">{t('voice.outOfReach')}</p>}
      <section>
        <h2 class="unseen">{t('voices.title')}</h2>
        <OneVoice {...props} around="" acts />
        <ActsForm />
      </section>
      {props.reachable ? (
        <p>
          <a href={urls.voice({ slug, id: said.id })}>{t('voice.back')}</a>
        </p>
      ) : null}
    </Page>
  )
}
