/** One voice of a conversation. */
import { Markdown } from '../../../ui/markdown.tsx'
import { Voice } from '../../../ui/voice.tsx'
import type { MemberScope } from '../../people/contract.ts'
import { isMine } from '../access.ts'
import type { Said } from '../contract.ts'
import { Covered } from '../covering/pages/covered.tsx'
import { LearnedHere, SaidHow } from '../learning/pages/learned-here.tsx'
import { LookHere } from '../looking/pages/look-here.tsx'
import { QuotedWords } from '../quoting/pages/quoted.tsx'
import { ResolvedHere } from '../resolving/pages/resolved-here.tsx'
import { listOf } from '../said-on.ts'
import { words as scribeWords } from '../scribe/words.ts'
import { voiceAnchor } from '../urls.ts'
import { words } from '../words.ts'
import { VoiceActs } from './voice-acts.tsx'
import { type Setting, WhoSaid } from './who-said.tsx'

/** `acts` when the reader may speak here. */
export const OneVoice = (
  props: Setting & {
    said: Said
    scope: MemberScope
    around: string
    acts: boolean
    answers?: { readonly name: string; readonly href: string } | undefined
    level?: 3 | 4
    /** What the whole of it is known by on a page that lives. */
    mark?: string
  },
) => {
  const { said, scope, lang, slug, level, mark } = props
  const t = words(lang)
  const anchor = voiceAnchor(said.id)
  if (said.withdrawn)
    return <Voice id={anchor} gone name={t('voice.withdrawn')} body={null} level={level} mark={mark} />
  const name = said.author ?? t('voices.somebody')
  const waits = isMine(scope, said) && said.written_by !== null && !said.confirmed
  const readers = said.readers?.map((one) => one ?? t('voices.somebody'))
  return (
    <Voice
      id={anchor}
      mark={mark}
      name={name}
      seed={said.nameless ? undefined : said.author_id}
      unnamed={said.author === null}
      lang={said.language}
      level={level}
      meta={<WhoSaid {...props} />}
      body={
        <>
          <SaidHow lang={lang} slug={slug} said={said} />
          <Covered lang={lang} note={said.note} noteIn={said.language}>
            {said.quote ? <QuotedWords lang={lang} slug={slug} quote={said.quote} /> : null}
            <Markdown html={said.html} />
          </Covered>
        </>
      }
      acts={props.acts ? <VoiceActs {...props} name={name} /> : null}
      after={
        waits || readers || said.waits || said.learners || said.resolved ? (
          <>
            <LookHere {...props} />
            <ResolvedHere lang={lang} slug={slug} said={said} />
            <LearnedHere lang={lang} learners={(said.learners ?? []).map((one) => ({ ...one, slug }))} />
            {waits ? <p>{scribeWords(lang)('voice.wait', { writer: said.writer ?? t('voices.somebody') })}</p> : null}
            {readers ? <p class="meta">{t('read.by', { names: listOf(readers, lang) })}</p> : null}
          </>
        ) : null
      }
    />
  )
}
