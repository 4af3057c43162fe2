/** One need or offer: the words, how it stands, what was answered, and what the reader can do. */
import { AudienceNote } from '../../../../ui/audience-note.tsx'
import { Breadcrumb } from '../../../../ui/breadcrumb.tsx'
import { Face } from '../../../../ui/face.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Page } from '../../../../ui/page.tsx'
import { ReportLink } from '../../../safeguarding/public.ts'
import type { Need } from '../contract.ts'
import { canBeMet, canStand } from '../need.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { AnswerForm, Answers, canAnswer } from './answers.tsx'
import { GivenBack } from './given-back.tsx'
import { Look } from './look.tsx'
import { NeedCard } from './need-card.tsx'
import { IsMet, StillStands, TakeBack } from './owner.tsx'
import type { Seen } from './seen.ts'
import { WhenSaid } from './when-said.tsx'

const Standing = (seen: Seen & { tends: boolean }) => {
  const { need, reader, now, tends } = seen
  const t = words(reader.lang)
  const stands = tends && canStand(need, now) ? <StillStands seen={seen} /> : null
  if (need.state === 'withdrawn') return <Notice>{<p>{t('withdrawn.text')}</p>}</Notice>
  if (need.state === 'met')
    return (
      <Notice kind="ok" title={t(`met.done.${need.kind}`)}>
        {need.helper ? <p dir="auto">{t(`met.by.${need.kind}`, { name: need.helper })}</p> : null}
        {need.thanks ? (
          <blockquote lang={need.thanks_language} dir="auto">
            {need.thanks}
          </blockquote>
        ) : null}
        {stands ? <p class="meta">{t('stand.undo')}</p> : null}
        {stands}
      </Notice>
    )
  if (need.state === 'resting')
    return (
      <Notice title={t('stand.rests')}>
        <p>{t('stand.restsText')}</p>
        {stands}
      </Notice>
    )
  if (!stands) return null
  return (
    <Notice kind="human" title={t('stand.asked')}>
      <p>{t('stand.askedText')}</p>
      {stands}
    </Notice>
  )
}

const seenBy = ({ waits, audience }: Pick<Need, 'waits' | 'audience'>) =>
  waits ? 'seen.adults' : audience.startsWith('community:') ? 'seen.community' : 'seen.facilitators'

export const NeedPage = (seen: Seen) => {
  const { need, reader } = seen
  const { lang, zone } = reader
  const t = words(lang)
  const mine = need.author_id === seen.me
  const there = need.state !== 'withdrawn'
  const tends = mine && seen.place.closed !== true
  const answers = canAnswer(seen)
  const meets = tends && canBeMet(need.state)
  // What was typed into a form that still stands here is shown in it.
  const lost = answers ? undefined : 'words' in (seen.typed ?? {}) ? 'words' : meets ? undefined : 'thanks'
  return (
    <Page
      title={there ? need.words : t('withdrawn.title')}
      {...(there ? { titleLang: need.language } : {})}
      measure="narrow"
      eyebrow={
        <Breadcrumb
          lang={lang}
          crumbs={[{ label: t('back'), href: urls.needs({ slug: need.slug }) }, { label: t(`kind.${need.kind}`) }]}
        />
      }
      lead={
        <div class="need-head">
          <p class="need-who">
            <Face name={need.author} seed={need.author_id} little />
            <WhenSaid lang={lang} zone={zone} name={need.author} at={need.said_at} />
          </p>
          {there ? <AudienceNote lang={lang} who={t(seenBy(need))} /> : null}
        </div>
      }
    >
      <GivenBack lang={lang} typed={seen.typed} errors={seen.errors} field={lost} />
      {need.waits ? (
        <Notice kind={mine ? 'info' : 'human'}>
          <Look lang={lang} scope={seen.scope} said={need} action={urls.open({ slug: need.slug, id: need.id })} />
        </Notice>
      ) : null}
      <Standing {...seen} tends={tends} />
      {there ? <Answers {...seen} /> : null}
      {answers ? <AnswerForm {...seen} /> : null}
      {meets ? <IsMet {...seen} /> : null}
      {seen.speaking.length > 0 ? (
        <section class="flow">
          <h2>{t('speaking.title')}</h2>
          {seen.speaking.map((one) => (
            <NeedCard key={one.id} lang={lang} zone={zone} need={one} kind />
          ))}
        </section>
      ) : null}
      {mine && there ? <TakeBack seen={seen} /> : null}
      {!mine && there ? (
        <ReportLink lang={lang} slug={need.slug} kind="need" thing={need.id} words={need.words} />
      ) : null}
    </Page>
  )
}
