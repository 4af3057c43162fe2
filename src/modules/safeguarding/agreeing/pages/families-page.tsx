/** The students of a community by name, and whether each may be heard here: for those who keep the records. */
import { Breadcrumb } from '../../../../ui/breadcrumb.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Face } from '../../../../ui/face.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Page } from '../../../../ui/page.tsx'
import type { Reader } from '../../../people/contract.ts'
import { urls as careUrls } from '../../urls.ts'
import { words as careWords } from '../../words.ts'
import type { Heard } from '../heard.ts'
import type { StudentHere } from '../store.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

/** The verdict in a few words. */
export const heardKey = (heard: Heard) => (heard.may ? ('heard.yes' as const) : (`heard.${heard.why}` as const))

export const FamiliesPage = (props: {
  reader: Reader
  slug: string
  asks: boolean
  age: number
  students: readonly (StudentHere & { readonly heard: Heard })[]
}) => {
  const { reader, slug, students, asks } = props
  const { lang } = reader
  const t = words(lang)
  return (
    <Page
      title={t('families.title')}
      lead={t('families.lead')}
      measure="narrow"
      eyebrow={
        <Breadcrumb lang={lang} crumbs={[{ label: careWords(lang)('who.title'), href: careUrls.who({ slug }) }]} />
      }
    >
      {students.length === 0 ? <p>{t('families.none')}</p> : null}
      <ul class="people">
        {students.map((one) => (
          <li key={one.person_id} class="person">
            <Face name={one.name} seed={one.person_id} avatar={one.avatar} />
            <p class="person-words">
              <a href={urls.family({ slug, person: one.person_id })}>
                <b dir="auto">{one.name}</b>
              </a>
              <br />
              <span class="muted">{t(heardKey(one.heard))}</span>
            </p>
          </li>
        ))}
      </ul>
      <section class="flow" id="asks">
        <h2>{t('asks.title')}</h2>
        <p>{asks ? t('asks.on', { age: props.age }) : t('asks.off')}</p>
        <Form action={urls.asking({ slug })}>
          <div class="acts">
            <Button look="quiet" name="asks" value={asks ? 'no' : 'yes'}>
              {t(asks ? 'asks.turnOff' : 'asks.turnOn')}
            </Button>
          </div>
        </Form>
      </section>
    </Page>
  )
}
