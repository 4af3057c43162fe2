/** A need or an offer as one may open it: the words, who says so, who has answered. */
import type { Language } from '../../../../platform/words/words.ts'
import { OpenCard } from '../../../../ui/card.tsx'
import { Face } from '../../../../ui/face.tsx'
import type { NeedLine } from '../contract.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { WhenSaid } from './when-said.tsx'

/** `kind` says which of both it is, where no heading does. */
export const NeedCard = (props: { lang: Language; zone: string; need: NeedLine; kind?: boolean }) => {
  const { lang, zone, need } = props
  const t = words(lang)
  return (
    <OpenCard
      title={need.words}
      lang={need.language}
      href={urls.need({ slug: need.slug, id: need.id })}
      level={3}
      {...(props.kind ? { eyebrow: t(`kind.${need.kind}`) } : {})}
    >
      <p class="need-who muted">
        <Face name={need.author} seed={need.author_id} little />
        <WhenSaid lang={lang} zone={zone} name={need.author} at={need.said_at} />
      </p>
      {need.answered.length > 0 ? (
        <p dir="auto">{t('list.answers', { names: need.answered.map(({ name }) => name).join(', ') })}</p>
      ) : null}
    </OpenCard>
  )
}
