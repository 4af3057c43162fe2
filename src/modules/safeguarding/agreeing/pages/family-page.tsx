/** One student in the records: how old, what they say themselves, and their guardians. No word of theirs stands here. */
import { typedText } from '../../../../platform/http/form.ts'
import { languageNames, languages } from '../../../../platform/words/words.ts'
import { Breadcrumb } from '../../../../ui/breadcrumb.tsx'
import { Acts, Button } from '../../../../ui/button.tsx'
import { Chip } from '../../../../ui/chip.tsx'
import { Definitions } from '../../../../ui/definition.tsx'
import { Disclosure } from '../../../../ui/disclosure.tsx'
import { ErrorSummary, Form } from '../../../../ui/form.tsx'
import { Page } from '../../../../ui/page.tsx'
import { Select, TextField } from '../../../../ui/text-field.tsx'
import type { Reader } from '../../../people/contract.ts'
import { bands, type Heard, ownAnswer, uses } from '../heard.ts'
import type { Guardian, Recorded, StudentHere } from '../store.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { answerCalled, useCalled } from './answers.tsx'
import { heardKey } from './families-page.tsx'
import { GuardianCard } from './guardian-card.tsx'
import { mistakesIn, type Returned, wrong } from './returned.ts'

type Props = Returned & {
  reader: Reader
  slug: string
  student: StudentHere
  heard: Heard
  guardians: readonly Guardian[]
  recorded: readonly Recorded[]
  once: string
}

const HowOld = ({ reader, slug, student }: Props) => {
  const t = words(reader.lang)
  const band = student.answers?.band
  return (
    <Form action={urls.age({ slug, person: student.person_id })}>
      <Select
        name="band"
        label={t('band.label')}
        hint={t('band.hint')}
        value={band ?? ''}
        options={[
          ...(band ? [] : [{ value: '', label: t('band.none') }]),
          ...bands.map((one) => ({ value: one, label: t(`band.${one}`) })),
        ]}
      />
      <Acts>
        <Button look="quiet">{t('save')}</Button>
      </Acts>
    </Form>
  )
}

const Own = ({ reader, student }: Props) => {
  const { lang } = reader
  const t = words(lang)
  const said = uses.flatMap((use) => {
    const yes = student.answers ? ownAnswer(use, student.answers) : undefined
    return yes === undefined ? [] : [{ term: useCalled(lang, use), text: answerCalled(lang, { yes }) }]
  })
  return (
    <section class="flow">
      <h2>{t('own.title', { name: student.name })}</h2>
      {said.length > 0 ? <Definitions items={said} /> : <p>{t('own.none')}</p>}
    </section>
  )
}

const Add = (props: Props) => {
  const { reader, slug, student, guardians } = props
  const t = words(reader.lang)
  const mine: Returned = props.of === undefined ? props : {}
  return (
    <Disclosure summary={t('guardian.add')} open={guardians.length === 0 || mine.errors !== undefined}>
      <Form action={urls.guardians({ slug, person: student.person_id })} once={props.once}>
        <TextField
          name="name"
          label={t('guardian.name')}
          hint={t('guardian.name.hint')}
          value={typedText(mine.typed, 'name')}
          maxlength={80}
          {...wrong(reader.lang, mine, 'name')}
        />
        <Select
          name="language"
          label={t('guardian.language')}
          value={typedText(mine.typed, 'language', reader.lang)}
          options={languages.map((code) => ({ value: code, label: languageNames[code], lang: code }))}
        />
        <Acts>
          <Button look="quiet">{t('save')}</Button>
        </Acts>
      </Form>
    </Disclosure>
  )
}

export const FamilyPage = (props: Props) => {
  const { reader, slug, student, heard, guardians, recorded } = props
  const { lang } = reader
  const t = words(lang)
  return (
    <Page
      title={student.name}
      measure="narrow"
      eyebrow={<Breadcrumb lang={lang} crumbs={[{ label: t('families.title'), href: urls.families({ slug }) }]} />}
    >
      <ErrorSummary lang={lang} errors={mistakesIn(lang, props)} />
      <p>
        <Chip tone={heard.may ? 'ok' : 'warn'}>{t(heardKey(heard))}</Chip>
      </p>
      <Own {...props} />
      <section class="flow" id="guardians">
        <h2>{t('guardians.title')}</h2>
        {guardians.length === 0 ? <p>{t('guardians.none')}</p> : null}
        {guardians.map((guardian) => (
          <GuardianCard
            key={guardian.id}
            reader={reader}
            slug={slug}
            person={student.person_id}
            guardian={guardian}
            said={recorded.filter((one) => one.guardian_id === guardian.id)}
            once={`${props.once}-${guardian.id}`}
            returned={props.of === guardian.id ? props : undefined}
          />
        ))}
        <Add {...props} />
      </section>
      <HowOld {...props} />
    </Page>
  )
}
