/** Chosen groups: those one is in, who hears each, and making another. */
import { type FieldError, type Typed, typedList, typedText } from '../../../../platform/http/form.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { Breadcrumb } from '../../../../ui/breadcrumb.tsx'
import { Acts, Button } from '../../../../ui/button.tsx'
import { Checks } from '../../../../ui/choice.tsx'
import { Disclosure } from '../../../../ui/disclosure.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../../ui/form.tsx'
import { Page } from '../../../../ui/page.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import type { Member } from '../../contract.ts'
import { urls } from '../../urls.ts'
import { words as communityWords } from '../../words.ts'
import type { GroupRow } from '../store.ts'
import { groupAnchor, groupUrls } from '../urls.ts'
import { words } from '../words.ts'

interface Props {
  readonly lang: Language
  readonly slug: string
  readonly groups: readonly GroupRow[]
  /** Everybody else of the community. */
  readonly people: readonly Member[]
  readonly me: number | null
  readonly tends: boolean
  readonly once: string
  readonly typed?: Typed
  readonly errors?: readonly FieldError[]
}

const Group = ({ lang, slug, me, tends, group }: Props & { group: GroupRow }) => {
  const t = words(lang)
  const where = { slug, id: group.id }
  const anchor = group.mine ? groupAnchor(group.id) : undefined
  if (group.kind === 'without-leaders')
    return (
      <li class="flow" id={anchor}>
        <h2>{t('withoutLeaders')}</h2>
        <p>{t('withoutLeaders.says')}</p>
      </li>
    )
  const name = group.name ?? ''
  return (
    <li class="flow" id={anchor}>
      <h2 dir="auto">{name}</h2>
      <p>{(group.names ?? []).join(', ')}</p>
      {group.ended_at ? <p class="muted">{t('ended')}</p> : null}
      {!group.ended_at && !group.mine && group.made_by === me ? <p class="muted">{t('quiet')}</p> : null}
      <div class="acts">
        {group.mine ? (
          <Form action={groupUrls.leave(where)} inline>
            <Button look="plain" says={`${t('leave')}: ${name}`}>
              {t('leave')}
            </Button>
          </Form>
        ) : null}
        {!group.ended_at && (tends || group.made_by === me) ? (
          <Form action={groupUrls.end(where)} inline>
            <Button look="plain" says={`${t('end')}: ${name}`}>
              {t('end')}
            </Button>
          </Form>
        ) : null}
      </div>
    </li>
  )
}

const Make = (props: Props & { wrong: readonly { field: string; message: string }[] }) => {
  const { lang, slug, people, typed, wrong } = props
  const t = words(lang)
  const error = (field: string) => {
    const message = mistakeOf(wrong, field)
    return message ? { error: message } : {}
  }
  const comesAs = (one: Member) =>
    one.perspectives.map((each) => communityWords(lang)(`perspective.${each}`)).join(' · ')
  return (
    <Form action={groupUrls.groups({ slug })} once={props.once}>
      <TextField
        name="name"
        label={t('make.name')}
        value={typedText(typed, 'name')}
        maxlength={80}
        {...error('name')}
      />
      <Checks
        name="people"
        label={t('make.people')}
        hint={t('make.hint')}
        values={typedList(typed, 'people')}
        options={people.map((one) => ({ value: String(one.person_id), label: one.name, hint: comesAs(one) }))}
        {...error('people')}
      />
      <p class="muted">{t('make.once')}</p>
      <Acts>
        <Button>{t('make.go')}</Button>
      </Acts>
    </Form>
  )
}

export const GroupsPage = (props: Props) => {
  const { lang, slug, groups, errors } = props
  const t = words(lang)
  const wrong = (errors ?? []).map(({ field, reason }) => ({ field, message: t.maybe(reason) }))
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      measure="narrow"
      eyebrow={
        <Breadcrumb
          lang={lang}
          crumbs={[{ label: communityWords(lang)('people.title'), href: urls.people({ slug }) }]}
        />
      }
    >
      <ErrorSummary lang={lang} errors={wrong} />
      {groups.length === 0 ? <p>{t('none')}</p> : null}
      <ul class="list">
        {groups.map((group) => (
          <Group key={group.id} {...props} group={group} />
        ))}
      </ul>
      <Disclosure summary={t('make.title')} open={groups.length === 0 || wrong.length > 0}>
        <Make {...props} wrong={wrong} />
      </Disclosure>
    </Page>
  )
}
