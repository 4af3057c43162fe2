/** The two ends of what was learned: above the words that say so, and below what it was learned from. */
import { Fragment } from 'preact'
import type { Language } from '../../../../platform/words/words.ts'
import { CARRIED } from '../../carrying/carried.ts'
import { words as carryWords } from '../../carrying/words.ts'
import type { Learner, Said } from '../../contract.ts'
import { urls } from '../../urls.ts'
import { words } from '../../words.ts'
import { mannerOf } from '../manner.ts'

interface Here {
  readonly lang: Language
  readonly slug: string
}

/** In which way somebody means what follows; nothing for what is plainly said. */
export const SaidHow = ({ lang, slug, said }: Here & { said: Said }) => {
  const t = words(lang)
  if (said.manner === CARRIED)
    return (
      <p class="manner" lang={lang}>
        {carryWords(lang)('said.for')}
      </p>
    )
  const manner = mannerOf(said.manner)
  const from = said.learned_from
  if (manner === 'said' || (manner === 'learned' && !from)) return null
  return (
    <p class="manner" lang={lang}>
      {manner === 'learned' && from ? (
        <a
          href={
            from.kind === 'contribution' ? urls.voice({ slug, id: from.id }) : urls.learnedFrom({ slug, id: said.id })
          }
        >
          {from.kind === 'contribution'
            ? t('learned.said', { name: from.author ?? t('voices.somebody') })
            : t(from.kind === 'entry' || from.kind === 'tryout' ? `learned.${from.kind}` : 'learned.thing')}
        </a>
      ) : manner === 'wonder' ? (
        t('manner.wonder')
      ) : (
        t('manner.tried')
      )}
    </p>
  )
}

/** Who says that they learned something from here, each name leading to where. Nothing when nobody does. */
export const LearnedHere = (props: { lang: Language; learners: readonly (Learner & { slug: string })[] }) => {
  const t = words(props.lang)
  if (props.learners.length === 0) return null
  return (
    <p class="meta learned">
      {t('learned.here')}{' '}
      {props.learners.map((one, i) => (
        <Fragment key={one.id}>
          {i > 0 ? ', ' : null}
          <a href={urls.voice({ slug: one.slug, id: one.id })}>{one.name ?? t('voices.somebody')}</a>
        </Fragment>
      ))}
    </p>
  )
}
