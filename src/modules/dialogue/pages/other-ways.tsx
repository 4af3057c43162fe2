/** Everything that need not be chosen, folded away in one place: how it is meant, a note before it, without a name. */
import { type Typed, typedText } from '../../../platform/http/form.ts'
import type { Language } from '../../../platform/words/words.ts'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { type Mistake, mistakeOf } from '../../../ui/form.tsx'
import { words as carryWords } from '../carrying/words.ts'
import { NoteField } from '../covering/pages/note-field.tsx'
import { mannerOf } from '../learning/manner.ts'
import { MannerChoice } from '../learning/pages/manner-choice.tsx'
import { words as mentionWords } from '../mentioning/words.ts'
import { WithoutName } from '../nameless/pages/without-name.tsx'
import { words } from '../words.ts'
import type { Seats } from './seen-by.tsx'

/** It stands open where something in it was chosen, or is to be mended. */
export const OtherWays = (props: {
  lang: Language
  seats: Seats
  replyTo?: number | undefined
  /** Whether there is something it was learned from. */
  from?: object | undefined
  /** Where one asks an adult to say it. */
  forMe?: string | undefined
  typed?: Typed | undefined
  mistakes?: readonly Mistake[] | undefined
}) => {
  const { lang, typed, mistakes } = props
  const manner = mannerOf(typedText(typed, 'manner', props.from ? 'learned' : 'said'))
  const note = typedText(typed, 'note')
  const nameless = typedText(typed, 'nameless') === 'yes'
  const amiss = ['voice-manner', 'voice-note'].some((field) => mistakeOf(mistakes, field) !== undefined)
  return (
    <Disclosure summary={words(lang)('say.otherWays')} open={manner !== 'said' || note !== '' || nameless || amiss}>
      <MannerChoice
        lang={lang}
        chosen={manner}
        from={props.from !== undefined || props.replyTo !== undefined}
        error={mistakeOf(mistakes, 'voice-manner')}
      />
      <NoteField lang={lang} value={note} error={mistakeOf(mistakes, 'voice-note')} />
      <WithoutName lang={lang} members={props.seats.members} chosen={nameless} />
      <p class="meta">{mentionWords(lang)('how')}</p>
      {props.forMe ? (
        <p>
          <a href={props.forMe}>{carryWords(lang)('give.link')}</a>{' '}
          <span class="meta">{carryWords(lang)('give.linkWhat')}</span>
        </p>
      ) : null}
    </Disclosure>
  )
}
