/** A voice that is rendered once for everybody to whom it looks the same. */
import type { VNode } from 'preact'
import { KeptParts } from '../../../platform/http/kept-parts.ts'
import { markOf } from '../../../platform/live/place.ts'
import { isMine, isMyWriting } from '../access.ts'
import { mayLook } from '../looking/look.ts'
import { besidesOf } from '../plain.ts'
import { saidOn } from '../said-on.ts'
import { canBeTakenBack } from '../undo.ts'
import { OneVoice } from './one-voice.tsx'

const kept = new KeptParts(8_000_000)

type Props = Omit<Parameters<typeof OneVoice>[0], 'answers' | 'mark'>

// What hangs on the hour and on who reads, of words that are more than plain.
const readBy = ({ said, scope, lang, zone, now }: Props): string =>
  [
    isMyWriting(scope, said) && (canBeTakenBack(said.said_at, now) ? 'just written' : 'written'),
    said.edited_at && saidOn(said.edited_at, now, lang, zone),
    mayLook(scope, said),
  ].join()

/** Everything that shows in a voice, or that decides what shows, but for its words. */
const madeOf = (props: Props): string => {
  const { said, scope, lang, zone, now, slug, around, level, acts } = props
  const mine = isMine(scope, said) ? (canBeTakenBack(said.said_at, now) ? 'just said' : 'mine') : ''
  const besides = besidesOf(said)
  const plainly = `${lang}\0${slug}\0${around}\0${level}\0${acts}\0${mine}\0${saidOn(said.said_at, now, lang, zone)}\0${said.said_at.getTime()}\0${said.id}\0${said.version}\0${said.author_id}\0${said.author}\0${said.perspectives}\0${said.audience}\0${said.language}\0${said.tended}`
  return besides === '' ? plainly : `${plainly}\0${besides}\0${readBy(props)}`
}

/** `OneVoice`, or what it gave when it was made of the same. */
export const keptVoice = (props: Props): VNode =>
  kept.part(madeOf(props), () => <OneVoice {...props} mark={markOfVoice(props)} />, props.said.html)

/** The mark that the element of a voice carries: another one as soon as anything about it looks different. */
export const markOfVoice = (props: Props): string => markOf(`${madeOf(props)}\0${props.said.html}`)
