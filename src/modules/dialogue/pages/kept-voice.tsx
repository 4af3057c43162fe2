/** A voice that is rendered once for everybody to whom it looks the same. */
import type { VNode } from 'preact'
import { KeptParts } from '../../../platform/http/kept-parts.ts'
import { markOf } from '../../../platform/live/place.ts'
import { isMine, isMyWriting } from '../access.ts'
import { mayLook } from '../looking/look.ts'
import { saidOn } from '../said-on.ts'
import { canBeTakenBack } from '../undo.ts'
import { OneVoice } from './one-voice.tsx'

const kept = new KeptParts(8_000_000)

type Props = Omit<Parameters<typeof OneVoice>[0], 'answers' | 'mark'>

/** Everything that shows in a voice, or that decides what shows. */
const madeOf = ({ said, scope, lang, zone, now, ...around }: Props): string =>
  [
    lang,
    around.slug,
    around.around,
    around.level,
    around.acts,
    said.readers?.join('\u0001'),
    isMine(scope, said) && (canBeTakenBack(said.said_at, now) ? 'just said' : 'mine'),
    isMyWriting(scope, said) && (canBeTakenBack(said.said_at, now) ? 'just written' : 'written'),
    saidOn(said.said_at, now, lang, zone),
    said.edited_at && saidOn(said.edited_at, now, lang, zone),
    said.said_at.getTime(),
    said.id,
    said.author_id,
    said.author,
    said.nameless,
    said.placeholder,
    said.perspectives,
    said.audience,
    said.language,
    said.withdrawn,
    said.read_by_me,
    said.ask_id,
    said.asked_by,
    said.written_by,
    said.writer,
    said.confirmed,
    said.waits && [mayLook(scope, said), said.version],
    said.look_about,
    said.look_fine,
    said.manner,
    said.round_id,
    said.round_eyes,
    said.note,
    said.note_from,
    said.tended,
    JSON.stringify([said.quote, said.learned_from, said.learners, said.resolved]),
    said.html,
  ].join('\u0000')

/** `OneVoice`, or what it gave when it was made of the same. */
export const keptVoice = (props: Props): VNode => {
  const made = madeOf(props)
  return kept.part(made, () => <OneVoice {...props} mark={markOf(made)} />)
}

/** The mark that the element of a voice carries: another one as soon as anything about it looks different. */
export const markOfVoice = (props: Props): string => markOf(madeOf(props))
