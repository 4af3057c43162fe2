/** One case: what was reported and by whom, what was done, who looked; and what a lead can do. */
import { typedText } from '../../../platform/http/form.ts'
import { momentOf } from '../../../platform/words/dates.ts'
import { Breadcrumb } from '../../../ui/breadcrumb.tsx'
import { Acts, Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { ErrorSummary, Form } from '../../../ui/form.tsx'
import { List } from '../../../ui/list.tsx'
import { Page } from '../../../ui/page.tsx'
import { TextArea } from '../../../ui/text-field.tsx'
import type { Reader } from '../../people/contract.ts'
import type { SafetyCase } from '../store/cases.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { mistakesIn, type Returned, wrong } from './returned.ts'

type Props = Returned & {
  reader: Reader
  slug: string
  found: SafetyCase
  /** Where it stands now, if whoever looks may go there. */
  href: string | undefined
  once: string
}

const What = ({ reader, found, href }: Props) => {
  const t = words(reader.lang)
  return (
    <section class="flow">
      <h2>{t('case.what')}</h2>
      <Card calm>
        <p class="eyebrow" dir="auto">
          {found.title}
        </p>
        <blockquote lang={found.language} dir="auto">
          {found.words}
        </blockquote>
        {found.about.length > 0 ? <p class="meta">{t('case.by', { names: found.about.join(', ') })}</p> : null}
        {href ? (
          <p>
            <a href={href}>{t('case.where')}</a>
          </p>
        ) : null}
      </Card>
      <List lined>
        {found.reports.map((report) => (
          <>
            <p>
              <b>{t(`reason.${report.reason}`)}</b>
            </p>
            {report.words ? (
              <p lang={report.language} dir="auto">
                {report.words}
              </p>
            ) : null}
            <p class="meta">
              {t('case.reported', {
                name: report.reporter ?? t('case.somebody'),
                at: momentOf(new Date(report.at), reader.lang, reader.zone),
              })}
            </p>
          </>
        ))}
      </List>
    </section>
  )
}

const Doing = (props: Props) => {
  const { reader, slug, found } = props
  const t = words(reader.lang)
  return (
    <Form action={urls.acts({ slug, id: found.id })} once={props.once} unkept>
      <h2>{t('case.do')}</h2>
      <p>{t(`case.hidden.${found.hidden_for ?? 'nobody'}`)}</p>
      <TextArea
        name="words"
        label={t('case.note')}
        hint={t('case.noteHint')}
        low
        value={typedText(props.typed, 'words')}
        maxlength={2000}
        {...wrong(reader.lang, props, 'words')}
      />
      <Acts>
        <Button name="act" value="noted">
          {t('case.keepNote')}
        </Button>
        {found.hidden_for === 'everybody' ? null : (
          <Button look="quiet" name="act" value="hidden">
            {t('case.hide')}
          </Button>
        )}
        {found.hidden_for ? (
          <Button look="quiet" name="act" value="shown">
            {t('case.show')}
          </Button>
        ) : null}
        {found.closed_at ? null : (
          <Button look="quiet" name="act" value="closed">
            {t('case.close')}
          </Button>
        )}
      </Acts>
    </Form>
  )
}

export const CasePage = (props: Props) => {
  const { reader, slug, found } = props
  const { lang } = reader
  const t = words(lang)
  return (
    <Page
      title={t(found.closed_at ? 'case.titleClosed' : 'case.title')}
      measure="narrow"
      eyebrow={<Breadcrumb lang={lang} crumbs={[{ label: t('care.title'), href: urls.care({ slug }) }]} />}
    >
      <ErrorSummary lang={lang} errors={mistakesIn(lang, props)} />
      <What {...props} />
      <Doing {...props} />
      <section class="flow">
        <h2>{t('case.log')}</h2>
        <p class="muted">{t('case.logText')}</p>
        <List lined near>
          {found.log.map((look) => (
            <>
              <p class="meta">
                {t(`log.${look.what}`, {
                  name: look.person ?? t('case.somebody'),
                  at: momentOf(new Date(look.at), lang, reader.zone),
                })}
              </p>
              {look.words ? <p dir="auto">{look.words}</p> : null}
            </>
          ))}
        </List>
      </section>
    </Page>
  )
}
