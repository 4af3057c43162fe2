/** Answers of a round before they stand in the conversation: one's own, what others said, a student's that waits for a look. */
import { Button } from '../../../../ui/button.tsx'
import { Markdown } from '../../../../ui/markdown.tsx'
import { Voice } from '../../../../ui/voice.tsx'
import { VOICE_ACTS } from '../../pages/acts-form.ts'
import type { Setting } from '../../pages/who-said.tsx'
import { words as dialogueWords } from '../../words.ts'
import type { Heard, Round } from '../round.ts'
import { urls } from '../urls.ts'
import { words, youSaid } from '../words.ts'

type Props = Setting & { readonly round: Round }

const writtenBy = (lang: Props['lang'], writer: string | null) =>
  writer === null ? null : words(lang)('heard.writtenBy', { name: writer })

/** What somebody else answered. */
export const HeardAnswer = (props: Props & { heard: Heard }) => {
  const { lang, slug, round, heard } = props
  const t = words(lang)
  const other = heard.language === lang ? null : dialogueWords(lang).maybe(`voice.in.${heard.language}`)
  const name = heard.author ?? heard.guest ?? dialogueWords(lang)('voices.somebody')
  const meta = [heard.guest ? t('heard.guest') : null, writtenBy(lang, heard.writer), other].filter(Boolean)
  return (
    <Voice
      name={name}
      seed={heard.person_id || undefined}
      unnamed={heard.author === null && heard.guest === null}
      lang={heard.language}
      meta={meta.length > 0 ? meta.join(' · ') : null}
      body={<Markdown html={heard.html} />}
      after={
        heard.waits ? (
          <div class="look">
            <p>
              <b>{t('look.waits')}</b> {t('look.why')}
            </p>
            <p>
              <Button
                look="quiet"
                form={VOICE_ACTS}
                formaction={urls.look({ slug, id: round.id })}
                name="sign"
                value={heard.sign}
              >
                {t('look.go')}
              </Button>
            </p>
          </div>
        ) : null
      }
    />
  )
}

/** One's own, as others will hear it. */
export const OwnAnswer = ({ lang, round }: Props) => {
  const t = words(lang)
  const meta = [
    round.my_nameless ? youSaid(lang, round.waits_here, 'own.nameless') : null,
    writtenBy(lang, round.my_writer),
  ].filter(Boolean)
  return (
    <Voice
      name={youSaid(lang, round.waits_here, 'own.you')}
      unnamed
      lang={round.my_language ?? lang}
      meta={meta.length > 0 ? meta.join(' · ') : null}
      body={<Markdown html={round.my_html} />}
      after={round.waits_here ? <p class="meta">{t('own.waits')}</p> : null}
    />
  )
}
