/** People: everybody here as they wish to be called; one's own perspectives; roles for those who tend. */
import { type FieldError, type Typed, typedList } from '../../../platform/http/form.ts'
import type { Language } from '../../../platform/words/words.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Face } from '../../../ui/face.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../ui/form.tsx'
import { Page } from '../../../ui/page.tsx'
import { Select } from '../../../ui/text-field.tsx'
import type { Place } from '../../people/contract.ts'
import { WaitingHere } from '../code/pages/waiting-here.tsx'
import type { Waiting } from '../code/store.ts'
import { codeUrls } from '../code/urls.ts'
import { words as codeWords } from '../code/words.ts'
import { type Member, roles } from '../contract.ts'
import { groupUrls } from '../group/urls.ts'
import { words as groupWords } from '../group/words.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { mistakesIn } from './mistakes.ts'
import { PerspectiveChecks } from './perspective-checks.tsx'

const Person = ({ lang, member, me }: { lang: Language; member: Member; me: boolean }) => {
  const t = words(lang)
  const roleIs = member.role === 'member' ? [] : [t(`role.${member.role}`)]
  const comesAs = member.perspectives.map((perspective) => t(`perspective.${perspective}`))
  return (
    <li class="person">
      <Face name={member.name} seed={member.person_id} avatar={member.avatar} />
      <span class="person-words">
        <b dir="auto">{member.name}</b>
        {me ? <span class="muted"> ({t('people.you')})</span> : null}
        <span class="muted">{[...roleIs, ...comesAs].join(' · ')}</span>
      </span>
    </li>
  )
}

export const PeoplePage = (props: {
  lang: Language
  place: Place
  members: readonly Member[]
  me: number | null
  tends: boolean
  /** Who typed a code and waits; for facilitators. */
  waiting?: readonly Waiting[]
  typed?: Typed
  errors?: readonly FieldError[]
}) => {
  const t = words(props.lang)
  const { slug } = props.place
  const errors = mistakesIn(props.lang, props.errors)
  const own = props.members.find((member) => member.person_id === props.me)
  const tending = (
    <Disclosure summary={t('people.tend')} open={errors.some((error) => error.field === 'role')}>
      <p class="muted">{t('people.tendHint')}</p>
      {props.members.map((member) => (
        <Form key={member.person_id} action={urls.role({ slug, person: member.person_id })} inline>
          <Select
            id={`role-${member.person_id}`}
            name="role"
            label={t('people.role', { name: member.name })}
            value={member.role}
            options={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
          />
          <Button look="quiet" says={`${t('people.change')}: ${member.name}`}>
            {t('people.change')}
          </Button>
        </Form>
      ))}
    </Disclosure>
  )
  return (
    <Page
      title={t('people.title')}
      lead={t('people.lead', { name: props.place.name })}
      aside={
        props.tends ? (
          <section>
            <h2>{t('invite.title')}</h2>
            <p>
              <ButtonLink look="quiet" href={urls.invite({ slug })}>
                {t('invite.title')}
              </ButtonLink>
            </p>
            <p>
              <a href={codeUrls.cards({ slug })}>{codeWords(props.lang)('cards.title')}</a>
            </p>
          </section>
        ) : undefined
      }
    >
      <ErrorSummary lang={props.lang} errors={errors} />
      <WaitingHere lang={props.lang} slug={slug} waiting={props.waiting ?? []} />
      <ul class="people">
        {props.members.map((member) => (
          <Person key={member.person_id} lang={props.lang} member={member} me={member.person_id === props.me} />
        ))}
      </ul>
      <p>
        <a href={groupUrls.groups({ slug })}>{groupWords(props.lang)('title')}</a>
      </p>
      {own ? (
        <Disclosure summary={t('people.comeAs')} open={mistakeOf(errors, 'perspectives') !== undefined}>
          <Form action={urls.perspectives({ slug })}>
            <PerspectiveChecks
              lang={props.lang}
              label={t('begin.perspectives')}
              values={typedList(props.typed, 'perspectives', own.perspectives)}
              error={mistakeOf(errors, 'perspectives')}
            />
            <Button look="quiet">{t('people.save')}</Button>
          </Form>
        </Disclosure>
      ) : null}
      {props.tends ? tending : null}
      {own ? (
        <Disclosure summary={t('people.leave')}>
          <p>{t('people.leaveHint')}</p>
          <Form action={urls.leave({ slug })} whole>
            <Button look="quiet">{t('people.leave')}</Button>
          </Form>
        </Disclosure>
      ) : null}
    </Page>
  )
}
