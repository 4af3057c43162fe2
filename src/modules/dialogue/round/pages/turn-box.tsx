/** One's turn on one screen: the words, “Say it”, “Pass”, “Pass for now”, and who will hear it when. */
import { type Typed, typedText } from '../../../../platform/http/form.ts'
import { languageNames, languages } from '../../../../platform/words/words.ts'
import { AudienceNote } from '../../../../ui/audience-note.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Disclosure } from '../../../../ui/disclosure.tsx'
import { Form, type Mistake, mistakeOf } from '../../../../ui/form.tsx'
import { Select, TextArea } from '../../../../ui/text-field.tsx'
import type { MemberScope } from '../../../people/contract.ts'
import { WithoutName } from '../../nameless/pages/without-name.tsx'
import type { Setting } from '../../pages/who-said.tsx'
import { words as dialogueWords } from '../../words.ts'
import type { Round } from '../round.ts'
import { hadTurn } from '../turns.ts'
import { urls } from '../urls.ts'
import { words, youSaid } from '../words.ts'
import { whoHears } from './who-hears.ts'

type Props = Setting & {
  readonly scope: MemberScope
  readonly round: Round
  readonly once: string
  /** Where it is sent, when not from the round's own page; nothing is kept on that device then. */
  readonly action?: string
  readonly typed?: Typed | undefined
  readonly mistakes: readonly Mistake[]
}

const Heard = ({ lang, round }: Props) => {
  const t = words(lang)
  const who = whoHears(lang, round)
  const when = round.hidden === 'until_all' ? t('turn.whenAll') : youSaid(lang, round.waits_here, 'turn.whenOwn')
  return <AudienceNote lang={lang} who={who} more={round.waits_here ? `${when} ${t('turn.student')}` : when} />
}

const Fields = (props: Props) => {
  const { lang, round, typed } = props
  const t = words(lang)
  const language = typedText(typed, 'language', round.my_language ?? lang)
  const nameless = typed ? typedText(typed, 'nameless') === 'yes' : round.my_nameless
  return (
    <>
      <input type="hidden" name="seen" value={round.my_version} />
      <TextArea
        name="text"
        id="voice-text"
        label={youSaid(lang, round.waits_here, 'turn.label')}
        value={typedText(typed, 'text', round.my_text)}
        rows={4}
        error={mistakeOf(props.mistakes, 'voice-text')}
      />
      <Heard {...props} />
      <Disclosure summary={t('turn.ways')} open={nameless}>
        <div class="flow">
          <WithoutName lang={lang} members={round.members} chosen={nameless} />
          <Select
            name="language"
            id="voice-language"
            label={dialogueWords(lang)('say.inLanguage')}
            value={language}
            options={languages.map((code) => ({ value: code, label: languageNames[code], lang: code }))}
          />
        </div>
      </Disclosure>
    </>
  )
}

/** Before one's turn is had: everything at once. After it, folded: saying it otherwise, or taking it back. */
export const TurnBox = (props: Props) => {
  const { lang, slug, round } = props
  const t = words(lang)
  const had = hadTurn(round.took)
  const form = (
    <Form
      action={props.action ?? urls.turn({ slug, id: round.id })}
      once={props.once}
      whole={props.action !== undefined}
      unkept={props.action !== undefined}
    >
      <Fields {...props} />
      <div class="turn-acts">
        <Button look={had ? 'quiet big' : 'big'} name="way" value="said">
          {t(round.took === 'said' ? 'turn.change' : 'turn.say')}
        </Button>
        {round.took === 'passed' ? null : (
          <Button look="quiet big" name="way" value="passed">
            {t(round.took === 'said' ? 'turn.back' : 'turn.pass')}
          </Button>
        )}
        {had ? null : (
          <Button look="quiet big" name="way" value="later">
            {t('turn.later')}
          </Button>
        )}
      </div>
      {had ? null : <p class="meta">{youSaid(lang, round.waits_here, 'turn.passWhat')}</p>}
    </Form>
  )
  if (!had) return form
  return (
    <Disclosure
      summary={t(round.took === 'said' ? 'turn.changeMine' : 'turn.afterAll')}
      open={props.mistakes.length > 0}
    >
      {form}
    </Disclosure>
  )
}
