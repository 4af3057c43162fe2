/** The page of a try-out: the plan, what changed on the way, what we saw, how it ended. */
import { dayOf } from '../../../../platform/words/dates.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { Breadcrumb } from '../../../../ui/breadcrumb.tsx'
import { Acts, Button } from '../../../../ui/button.tsx'
import { Definitions } from '../../../../ui/definition.tsx'
import { Disclosure } from '../../../../ui/disclosure.tsx'
import { ErrorSummary, Form } from '../../../../ui/form.tsx'
import { List } from '../../../../ui/list.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Page } from '../../../../ui/page.tsx'
import { TextArea } from '../../../../ui/text-field.tsx'
import { belongsTo } from '../../../community/public.ts'
import type { MemberScope } from '../../../people/contract.ts'
import { ReportLink } from '../../../safeguarding/public.ts'
import { fieldOf, mistakesIn, type Returned } from '../../pages/mistake.ts'
import { PlainText } from '../../pages/plain-text.tsx'
import { urls } from '../../urls.ts'
import type { Whole } from '../../whole.ts'
import { words } from '../../words.ts'
import { mayAgree, mayCarry } from '../access.ts'
import type { Tryout } from '../store.ts'
import { isDue, notBegun } from '../tryout.ts'
import { dayWords, standing, TryoutAct } from './tryout-slip.tsx'

type Props = Returned & { lang: Language; zone: string; scope: MemberScope; whole: Whole; tryout: Tryout; once: string }

const isOver = ({ state }: Tryout) => state === 'kept' || state === 'adapted' || state === 'stopped'

const nextOf = ({ scope, tryout, whole }: Props) => {
  if (tryout.state === 'proposed') return mayAgree(scope, tryout, whole.members) ? 'agree' : undefined
  if (tryout.state === 'safe') return mayCarry(scope, tryout) ? 'start' : undefined
  if (tryout.state === 'running') return 'tell'
  if (tryout.state === 'reviewed') return mayCarry(scope, tryout) ? 'conclude' : 'tell'
  return undefined
}

const Changes = (props: Props) => {
  const t = words(props.lang)
  const { tryout, whole, lang } = props
  const where = { slug: whole.challenge.slug, id: whole.challenge.id, tryout: tryout.id }
  const errors = mistakesIn(t, props.errors)
  const changes = whole.changes.filter((one) => one.tryout_id === tryout.id)
  const isMistaken = errors.some(({ field }) => field === 'happened' || field === 'now')
  if (changes.length === 0 && isOver(tryout)) return null
  return (
    <section id="changed">
      <h2>{t('changed.title')}</h2>
      {changes.length > 0 ? (
        <List lined>
          {changes.map((one) => (
            <>
              <p class="meta">{dayOf(one.at, lang, props.zone)}</p>
              <PlainText text={one.happened} lang={one.language} />
              <p lang={one.language} dir="auto">
                <b>{t('changed.nowDo', { words: one.now_do })}</b>
              </p>
            </>
          ))}
        </List>
      ) : null}
      {isOver(tryout) ? null : (
        <Disclosure summary={t('changed.add')} open={isMistaken}>
          <Form action={urls.changes(where)} once={`${props.once}-change`}>
            <TextArea {...fieldOf('happened', props, errors)} label={t('changed.happened')} low required />
            <TextArea {...fieldOf('now', props, errors)} label={t('changed.now')} low required />
            <Button look="quiet">{t('changed.go')}</Button>
          </Form>
        </Disclosure>
      )}
    </section>
  )
}

const Seen = (props: Props) => {
  const t = words(props.lang)
  const { tryout, whole, scope } = props
  const seen = whole.sightings.filter((one) => one.tryout_id === tryout.id)
  if (notBegun(tryout.state)) return null
  return (
    <section id="seen">
      <h2>{t('seen.title')}</h2>
      {seen.length > 0 ? (
        <List lined>
          {seen.map((one) => (
            <>
              <PlainText text={one.words} lang={one.language} />
              <p class="meta">{`${one.name ?? t('leftPerson')}, ${dayOf(one.at, props.lang, props.zone)}`}</p>
              {belongsTo(scope, whole.challenge.community_id) && one.author_id !== scope.personId ? (
                <ReportLink {...props} slug={whole.challenge.slug} kind="sighting" thing={one.id} words={one.words} />
              ) : null}
            </>
          ))}
        </List>
      ) : (
        <p class="muted">{t('seen.none')}</p>
      )}
    </section>
  )
}

const Doing = (props: Props) => {
  const t = words(props.lang)
  const { tryout, whole, scope, once, lang } = props
  const { slug, id } = whole.challenge
  const where = { slug, id, tryout: tryout.id }
  const next = nextOf(props)
  const carries = mayCarry(scope, tryout)
  return (
    <section id="next">
      {tryout.state === 'proposed' && !next ? <p class="muted">{t('tryout.safe.another')}</p> : null}
      <Acts>
        <TryoutAct lang={lang} slug={slug} tryout={tryout} next={next} once={once} />
        {tryout.state === 'reviewed' && next !== 'tell' ? <a href={urls.sightings(where)}>{t('seen.tell')}</a> : null}
        {tryout.state === 'running' && carries ? (
          <>
            <Form action={urls.lookBack(where)} once={`${once}-look-back`}>
              <Button look="plain">{t('lookBack.go')}</Button>
            </Form>
            <a href={urls.conclude(where)}>{t('conclude.stopNow')}</a>
          </>
        ) : null}
        {tryout.state === 'adapted' ? (
          <a href={urls.propose({ slug, id }, { from: tryout.id })}>{t('tryout.again')}</a>
        ) : null}
        {notBegun(tryout.state) && scope.personId !== null && tryout.author_id === scope.personId ? (
          <Form action={urls.takeBackTryout(where)} once={`${once}-back`}>
            <Button look="plain">{t('takeBack')}</Button>
          </Form>
        ) : null}
      </Acts>
    </section>
  )
}

export const TryoutPage = (props: Props) => {
  const t = words(props.lang)
  const { tryout, whole, lang } = props
  const { slug, id, question } = whole.challenge
  const until = dayWords(tryout.ends_on, lang)
  const said = { lang: tryout.language }
  return (
    <Page
      title={tryout.title}
      titleLang={tryout.language}
      lead={standing(tryout, lang, whole.today)}
      eyebrow={
        <Breadcrumb
          lang={lang}
          crumbs={[
            { label: t('list.title'), href: urls.challenges({ slug }) },
            { label: question, href: urls.challenge({ slug, id }) },
          ]}
        />
      }
    >
      <ErrorSummary lang={lang} errors={mistakesIn(t, props.errors)} />
      {isDue(tryout, whole.today) ? (
        <Notice kind="human" title={t('tryout.due')}>
          <p>{t('tryout.dueText', { day: until })}</p>
        </Notice>
      ) : null}
      <Definitions
        items={[
          { term: t('tryout.weExpect'), text: tryout.expects, ...said },
          { term: t('tryout.weStop'), text: tryout.stop_if, ...said },
          { term: t('tryout.weLook'), text: tryout.look_for, ...said },
          { term: t('tryout.owner'), text: tryout.owner ?? t('leftPerson') },
          {
            term: t('tryout.when'),
            text: tryout.starts_on
              ? `${dayWords(tryout.starts_on, lang)} – ${until}`
              : t('tryout.untilOnly', { day: until }),
          },
          { term: t('tryout.agreed'), text: tryout.agreed ?? '' },
          { term: t('conclude.because'), text: tryout.reason ?? '', ...said },
        ]}
      />
      <Doing {...props} />
      <Seen {...props} />
      <Changes {...props} />
    </Page>
  )
}
