/** Who looks after us: the adults by name, what they see, whom to call outside. Everybody who belongs reads it. */
import { Acts, Button, ButtonLink } from '../../../ui/button.tsx'
import { ErrorSummary, Form } from '../../../ui/form.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Page } from '../../../ui/page.tsx'
import type { Reader } from '../../people/contract.ts'
import type { Carer } from '../adults.ts'
import { urls as agreeUrls } from '../agreeing/urls.ts'
import { words as agreeWords } from '../agreeing/words.ts'
import type { Country } from '../numbers.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { Carers } from './carers.tsx'
import { Outside } from './outside.tsx'
import { mistakesIn, type Returned } from './returned.ts'
import { type Short, ShortNotice } from './short.tsx'
import { type Named, Tend } from './tend.tsx'

/** Everything the page shows. */
export interface Who extends Returned {
  readonly reader: Reader
  readonly slug: string
  readonly me: number | null
  readonly carers: readonly Carer[]
  readonly named: readonly Named[]
  readonly adults: readonly Named[]
  readonly short: Short | undefined
  readonly country: Country
  readonly tends: boolean
  readonly keeps: boolean
  /** Whether the reader is a student here, and whether they keep the records of students and families. */
  readonly student: boolean
  readonly keepsRecords: boolean
}

export const WhoPage = (props: Who) => {
  const { reader, slug, carers, me } = props
  const { lang } = reader
  const t = words(lang)
  const asked = props.named.some((one) => one.person_id === me)
  const leads = carers.some((one) => one.leads && one.person_id === me)
  return (
    <Page title={t('who.title')} lead={t('who.intro')} measure="narrow">
      <ErrorSummary lang={lang} errors={mistakesIn(lang, props)} />
      {asked && me !== null ? (
        <Notice kind="human" title={t('who.asked')}>
          <p>{t('who.askedText')}</p>
          <Form action={urls.leadAnswer({ slug, person: me })}>
            <Acts>
              <Button name="answer" value="yes">
                {t('who.yes')}
              </Button>
              <Button look="quiet" name="answer" value="no">
                {t('who.no')}
              </Button>
            </Acts>
          </Form>
        </Notice>
      ) : null}
      <ShortNotice lang={lang} slug={slug} short={props.short} tends={props.tends} />
      {carers.length > 0 ? <Carers lang={lang} carers={carers} /> : <p>{t('who.nobody')}</p>}
      {carers.some((one) => one.leads) ? null : <p class="muted">{t('who.noLead')}</p>}
      <Acts>
        <ButtonLink href={urls.ask({ slug })} icon="hand">
          {t('ask.title')}
        </ButtonLink>
        {props.student ? (
          <ButtonLink look="quiet" href={agreeUrls.mine({ slug })}>
            {agreeWords(lang)('mine.title')}
          </ButtonLink>
        ) : null}
        {props.keepsRecords ? (
          <ButtonLink look="quiet" href={agreeUrls.families({ slug })}>
            {agreeWords(lang)('families.title')}
          </ButtonLink>
        ) : null}
        {props.keeps ? (
          <ButtonLink look="quiet" href={urls.care({ slug })}>
            {t('care.title')}
          </ButtonLink>
        ) : null}
      </Acts>
      <Outside lang={lang} country={props.country} />
      <p class="muted">{t('who.nobodyElse')}</p>
      {leads && me !== null ? (
        <Form action={urls.leadAnswer({ slug, person: me })}>
          <p>
            <Button look="plain" name="answer" value="no">
              {t('who.stepBack')}
            </Button>
          </p>
        </Form>
      ) : null}
      {props.tends ? <Tend {...props} lang={lang} /> : null}
    </Page>
  )
}
