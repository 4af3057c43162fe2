/** What is asked: the question in the asker's words, and the one contribution that it is about. */
import type { Language } from '../../../../platform/words/words.ts'
import { Card } from '../../../../ui/card.tsx'
import { Markdown } from '../../../../ui/markdown.tsx'
import { Covered } from '../../covering/pages/covered.tsx'
import type { Ask } from '../ask.ts'
import { words } from '../words.ts'

/** The question in large letters; `title` is that of the conversation, left out when the question says the same. */
export const WordsAsked = ({ lang, ask, title }: { lang: Language; ask: Ask; title: string | undefined }) => {
  const t = words(lang)
  return (
    <>
      <p class="lead" lang={ask.language} dir="auto">
        {ask.question}
      </p>
      {title && title !== ask.question ? (
        <p class="muted" dir="auto">
          {t('answer.in', { title })}
        </p>
      ) : null}
      {ask.about_html !== null ? (
        <>
          <p class="muted">{t('answer.about', { name: ask.about_author ?? t('notice.somebody') })}</p>
          <Card calm>
            <Covered lang={lang} note={ask.about_note} noteIn={ask.about_language ?? lang}>
              <Markdown html={ask.about_html} lang={ask.about_language ?? lang} />
            </Covered>
          </Card>
        </>
      ) : null}
    </>
  )
}
