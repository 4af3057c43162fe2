/** Reflections on a question: a page to think for oneself, one's own, and what others shared. */
import { dayOf } from '../../../../platform/words/dates.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { AudienceNote } from '../../../../ui/audience-note.tsx'
import { Breadcrumb } from '../../../../ui/breadcrumb.tsx'
import { Acts, Button } from '../../../../ui/button.tsx'
import { ErrorSummary, Form } from '../../../../ui/form.tsx'
import { List } from '../../../../ui/list.tsx'
import { Page } from '../../../../ui/page.tsx'
import { TextArea } from '../../../../ui/text-field.tsx'
import { type Circle, circles } from '../../../community/contract.ts'
import { circleOf, narrows } from '../../../community/public.ts'
import { ReportLink } from '../../../safeguarding/public.ts'
import type { Challenge } from '../../contract.ts'
import { fieldOf, mistakesIn, type Returned } from '../../pages/mistake.ts'
import { PlainText } from '../../pages/plain-text.tsx'
import { urls } from '../../urls.ts'
import { words } from '../../words.ts'
import { prompts } from '../prompt.ts'
import type { Reflection } from '../store.ts'

type Props = Returned & {
  lang: Language
  zone: string
  challenge: Challenge
  me: number | null
  items: readonly Reflection[]
  once: string
}

const Answers = (props: { lang: Language; item: Reflection }) => {
  const t = words(props.lang)
  return (
    <div class="flow">
      {prompts
        .filter((prompt) => props.item[prompt] !== '')
        .map((prompt) => (
          <div key={prompt} class="flow tight">
            <h3>{t(`reflection.${prompt}`)}</h3>
            <PlainText text={props.item[prompt]} lang={props.item.language} />
          </div>
        ))}
    </div>
  )
}

const heardIn = (audience: string): Circle => {
  const circle = circleOf(audience)
  return circle === 'me' || circle === 'facilitators' ? circle : 'community'
}

const Own = (props: Props & { item: Reflection }) => {
  const t = words(props.lang)
  const { item, challenge, once } = props
  const where = { slug: challenge.slug, id: challenge.id, reflection: item.id }
  const now = heardIn(item.audience)
  const offered = circles.filter((circle) => circle !== now && narrows(challenge.audience, `${circle}:1`))
  return (
    <div id={`reflection-${item.id}`} class="flow tight">
      <p class="meta">{dayOf(item.at, props.lang, props.zone)}</p>
      <Answers lang={props.lang} item={item} />
      <p class="muted">{t(`reflection.heard.${now}`)}</p>
      <Acts>
        {offered.map((circle) => (
          <Form key={circle} action={urls.share(where)} once={`${once}-${circle}-${item.id}`}>
            <Button look="plain" name="circle" value={circle}>
              {t(`reflection.share.${circle}`)}
            </Button>
          </Form>
        ))}
        <Form action={urls.removeReflection(where)} once={`${once}-remove-${item.id}`}>
          <Button look="plain">{t('reflection.remove')}</Button>
        </Form>
      </Acts>
    </div>
  )
}

export const ReflectionsPage = (props: Props) => {
  const t = words(props.lang)
  const { challenge, items, lang, me } = props
  const { slug, id } = challenge
  const errors = mistakesIn(t, props.errors)
  const mine = items.filter((item) => item.author_id === me)
  const others = items.filter((item) => item.author_id !== me)
  return (
    <Page
      title={t('reflection.title')}
      lead={
        <p class="lead" lang={challenge.language} dir="auto">
          {challenge.question}
        </p>
      }
      measure="narrow"
      eyebrow={<Breadcrumb lang={lang} crumbs={[{ label: t('back'), href: urls.challenge({ slug, id }) }]} />}
    >
      <ErrorSummary lang={lang} errors={errors} />
      {mine.length > 0 ? (
        <section>
          <h2>{t('reflection.mine')}</h2>
          <List lined>
            {mine.map((item) => (
              <Own key={item.id} {...props} item={item} />
            ))}
          </List>
        </section>
      ) : null}
      {others.length > 0 ? (
        <section>
          <h2>{t('reflection.shared')}</h2>
          <List lined>
            {others.map((item) => (
              <div key={item.id} id={`reflection-${item.id}`} class="flow tight">
                <p class="meta">{`${item.name ?? t('leftPerson')}, ${dayOf(item.at, lang, props.zone)}`}</p>
                <Answers lang={lang} item={item} />
                <ReportLink
                  lang={lang}
                  slug={slug}
                  kind="reflection"
                  thing={item.id}
                  words={item.name ?? t('leftPerson')}
                />
              </div>
            ))}
          </List>
        </section>
      ) : null}
      <section>
        <h2>{t('reflection.write')}</h2>
        <p>{t('reflection.lead')}</p>
        <Form action={urls.reflections({ slug, id })} once={props.once}>
          {prompts.map((prompt) => (
            <TextArea
              key={prompt}
              {...fieldOf(prompt, props, errors)}
              label={t(`reflection.${prompt}`)}
              hint={t(`reflection.${prompt}Hint`)}
              low
            />
          ))}
          <AudienceNote lang={lang} who={t('seenBy.me')} />
          <Acts>
            <Button>{t('reflection.keep')}</Button>
          </Acts>
        </Form>
      </section>
    </Page>
  )
}
