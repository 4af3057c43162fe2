/** The one element by which the browser knows whose page it is and what to say about words begun; empty until it has to. */
import { h } from 'preact'
import type { Language } from '../../../../platform/words/words.ts'
import type { PersonId } from '../../contract.ts'
import { BETWEEN, type Saying, sayings } from '../says.ts'
import { words } from '../words.ts'

const said = new Map<Language, string>()

const saysIn = (lang: Language): string => {
  const known = said.get(lang)
  if (known) return known
  const t = words(lang)
  const all: Record<Saying, string> = {
    away: t('net.away'),
    awayOpen: t('net.awayOpen'),
    needs: t('net.needs'),
    waits: t('net.waits'),
    waitsHere: t('net.waitsHere'),
    takeBack: t('net.takeBack'),
    sent: t('net.sent'),
    see: t('net.see'),
    refused: t('net.refused'),
    yours: t('net.yours'),
    door: t('net.door'),
    signIn: t('net.signIn'),
    unsure: t('net.unsure'),
    kept: t('line.kept', { at: '{at}' }),
    afresh: t('line.afresh'),
    back: t('line.back'),
    other: t('line.other'),
    nowhere: t('line.nowhere'),
    leave: t('leave.ask'),
    forget: t('leave.forget'),
  }
  const made = sayings.map((what) => all[what]).join(BETWEEN)
  said.set(lang, made)
  return made
}

export const KeptWords = (props: { lang: Language; person: PersonId | null; shared: boolean }) =>
  h('kept-words', {
    'data-person': props.person ?? undefined,
    'data-shared': props.shared ? '' : undefined,
    'data-says': saysIn(props.lang),
  })
