/** Saying something on one screen: the words, who sees them, Send. */
import { type Typed, typedText } from '../../../platform/http/form.ts'
import type { Language } from '../../../platform/words/words.ts'
import { Acts, Button } from '../../../ui/button.tsx'
import { Form, type Mistake, mistakeOf } from '../../../ui/form.tsx'
import { TextArea } from '../../../ui/text-field.tsx'
import type { Chosen } from '../../community/contract.ts'
import { nameOf, type Source } from '../learning/from.ts'
import { AsItIs } from '../mentioning/pages/as-it-is.tsx'
import { NamePicker } from '../mentioning/pages/name-picker.tsx'
import { words as paceWords } from '../pacing/words.ts'
import { QuoteField, type QuoteTyped } from '../quoting/pages/quote-field.tsx'
import { words } from '../words.ts'
import { OtherWays } from './other-ways.tsx'
import { type Seats, SeenBy } from './seen-by.tsx'

/** The form. `circles` are those on offer, the first is the preset. */
export const ReplyBox = (props: {
  lang: Language
  action: string
  once: string
  circles: readonly Chosen[]
  seats: Seats
  label: string
  replyTo?: number | undefined
  quote?: QuoteTyped | undefined
  /** What it was learned from, other than what it answers. */
  from?: Source | undefined
  typed?: Typed | undefined
  mistakes?: readonly Mistake[]
  /** Whether the words call a name that nobody bears who would hear them. */
  asItIs?: boolean
  /** Where it is asked who may be called by name. */
  names?: string | undefined
  /** Where one asks an adult to say it. */
  forMe?: string | undefined
  /** Nothing is said to others now: the words can be kept for oneself. */
  waits?: boolean
}) => {
  const t = words(props.lang)
  const preset = typedText(props.typed, 'audience')
  const language = typedText(props.typed, 'language', props.lang)
  return (
    <Form action={props.action} once={props.once}>
      {props.replyTo ? <input type="hidden" name="replyTo" value={props.replyTo} /> : null}
      {props.from ? <input type="hidden" name="from" value={nameOf(props.from)} /> : null}
      {props.quote ? <QuoteField lang={props.lang} quote={props.quote} mistakes={props.mistakes} /> : null}
      <NamePicker lang={props.lang} names={props.waits ? undefined : props.names}>
        <TextArea
          name="text"
          id="voice-text"
          label={props.waits ? paceWords(props.lang)('keep.label') : props.label}
          low
          value={typedText(props.typed, 'text')}
          error={mistakeOf(props.mistakes, 'voice-text')}
        />
      </NamePicker>
      <SeenBy
        lang={props.lang}
        circles={props.circles}
        seats={props.seats}
        circle={props.circles.find((circle) => circle === preset) ?? props.circles[0] ?? 'me'}
        language={language}
        error={mistakeOf(props.mistakes, 'voice-audience')}
      />
      {props.asItIs ? <AsItIs lang={props.lang} chosen={typedText(props.typed, 'asItIs') === 'yes'} /> : null}
      {props.waits ? null : <OtherWays {...props} />}
      <Acts>
        <Button>{props.waits ? paceWords(props.lang)('keep.send') : t('say.send')}</Button>
        <span class="meta">{props.waits ? paceWords(props.lang)('keep.after') : t('say.promise')}</span>
      </Acts>
    </Form>
  )
}
