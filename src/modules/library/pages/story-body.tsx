/** A practice story as one reads it: the situation, the four answers, and where it comes from. */
import { isLanguage, type Language } from '../../../platform/words/words.ts'
import { Card } from '../../../ui/card.tsx'
import { Markdown } from '../../../ui/markdown.tsx'
import { type StoryText, storyQuestions } from '../story-text.ts'
import { words } from '../words.ts'

const SituationCard = ({ lang, story }: { lang: Language; story: StoryText }) => {
  const t = words(lang)
  const { ageBand, children, possible } = story.card
  const said = [ageBand ? t(`story.age.${ageBand}`) : '', children, possible].filter(Boolean)
  return said.length === 0 ? null : (
    <Card calm>
      <h2 class="eyebrow">{t('story.card')}</h2>
      <p dir="auto">{said.join(' · ')}</p>
    </Card>
  )
}

const Provenance = ({ lang, story }: { lang: Language; story: StoryText }) => {
  const t = words(lang)
  const { question, tryouts } = story.provenance
  return question === '' && tryouts.length === 0 ? null : (
    <section>
      <h2>{t('story.from')}</h2>
      <ol class="library-way">
        {question ? (
          <li>
            <p class="meta">{t('story.question')}</p>
            <p dir="auto">{question}</p>
          </li>
        ) : null}
        {tryouts.map((tryout, i) => (
          <li key={i}>
            {i === 0 ? <p class="meta">{t('story.tryouts')}</p> : null}
            <p dir="auto">
              {tryout.title}
              {tryout.outcome ? <span class="muted"> · {t(`story.outcome.${tryout.outcome}`)}</span> : null}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** The headings are in the story's own language, like its words. */
export const StoryBody = ({ language, story }: { language: string; story: StoryText }) => {
  const lang = isLanguage(language) ? language : 'en'
  const t = words(lang)
  return (
    <div class="library-story" lang={lang}>
      <SituationCard lang={lang} story={story} />
      {storyQuestions
        .filter((question) => story.answers[question] !== '')
        .map((question) => (
          <section key={question}>
            <h2>{t(`story.${question}`)}</h2>
            <Markdown html={story.answers[question]} lang={lang} />
          </section>
        ))}
      <Provenance lang={lang} story={story} />
    </div>
  )
}
