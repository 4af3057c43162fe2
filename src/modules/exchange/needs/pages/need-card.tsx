/** A need or an offer as one may open it: the words, who says so, who has answered. */
import type { Language } from '../../../../platform/words/words.ts'
import { OpenCard } from '../../../../ui/card.tsx'
import { Face, Faces } from '../../../../ui/face.tsx'
import type { NeedLine } from '../contract.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { WhenSaid } from './when-said.tsx'

export const NeedCard = (props: { lang: Language; zone: string; need: NeedLine }) => {
  const { lang, zone, need } = props
  return (
    <OpenCard
      title={need.words}
      lang={need.language}
      href={urls.need({ slug: need.slug, id: need.id })}
      level={3}
      eyebrow={words(lang)(`kind.${need.kind}`)}
    >
      <p class="need-who muted">
        <Face name={need.author} seed={need.author_id} little />
        <WhenSaid lang={lang} zone={zone} name={need.author} at={need.said_at} />
      </p>
      {need.answered.length > 0 ? (
        <div class="need-answered">
          <span class="muted">{words(lang)('list.answeredBy')}</span>
          <Faces people={need.answered.map(({ name, person_id }) => ({ name, seed: person_id }))} />
        </div>
      ) : null}
    </OpenCard>
  )
}
