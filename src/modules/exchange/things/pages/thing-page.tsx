/** One shared thing: the picture, the link or the file, why it helps, and what the reader can do. */
import { typedText } from '../../../../platform/http/form.ts'
import { AudienceNote } from '../../../../ui/audience-note.tsx'
import { Breadcrumb } from '../../../../ui/breadcrumb.tsx'
import { Acts, Button } from '../../../../ui/button.tsx'
import { Disclosure } from '../../../../ui/disclosure.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import { Page } from '../../../../ui/page.tsx'
import { TextField } from '../../../../ui/text-field.tsx'
import type { Reader } from '../../../people/contract.ts'
import { ReportLink } from '../../../safeguarding/public.ts'
import type { Thing } from '../contract.ts'
import { siteOf } from '../thing.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { mistakesIn, type Returned } from './mistakes.ts'
import { whatItIs } from './what-it-is.tsx'
import { WhoShared } from './who-shared.tsx'

/** Everything that the page shows. */
export interface SeenThing extends Returned {
  readonly reader: Reader
  readonly thing: Thing
  readonly mine: boolean
  readonly narrows: boolean
  readonly opens: boolean
  readonly takesDown: boolean
}

const Content = ({ reader, thing }: SeenThing) => {
  const t = words(reader.lang)
  const { slug, address, file_key: key } = thing
  if (address)
    return (
      <Acts>
        <a class="btn" href={address} rel="noopener noreferrer external">
          {t('open.link')}
        </a>
        <span class="meta">{t('open.leaves', { site: siteOf(address) })}</span>
      </Acts>
    )
  if (!key) return null
  const file = urls.file({ slug, key })
  return (
    <>
      {thing.kind === 'picture' ? (
        <img
          class="thing-picture"
          src={file}
          alt={thing.alt ?? ''}
          width={thing.width ?? undefined}
          height={thing.height ?? undefined}
        />
      ) : null}
      <Acts>
        <a class="btn" href={file} download>
          {t('open.file')}
        </a>
      </Acts>
    </>
  )
}

const Standing = ({ reader, thing, mine, opens }: SeenThing) => {
  const t = words(reader.lang)
  if (thing.taken_down_at)
    return (
      <Notice title={t('down.title')}>
        <p>{t(mine ? 'down.textMine' : 'down.text')}</p>
        <blockquote lang={thing.reason_language ?? undefined} dir="auto">
          {thing.reason}
        </blockquote>
      </Notice>
    )
  if (!thing.waits) return null
  if (!opens)
    return (
      <Notice>
        <p>{t('waits.text')}</p>
      </Notice>
    )
  return (
    <Notice kind="human" title={t('waits.look')}>
      <p>{t('waits.lookText')}</p>
      <Form action={urls.opening({ slug: thing.slug, id: thing.id })}>
        <Acts>
          <Button>{t('waits.open')}</Button>
        </Acts>
      </Form>
    </Notice>
  )
}

const OwnActs = ({ reader, thing, narrows }: SeenThing) => {
  const t = words(reader.lang)
  const { slug, id } = thing
  return (
    <>
      {narrows ? (
        <Form action={urls.narrowing({ slug, id })}>
          <Acts>
            <Button look="quiet">{t('narrow.go')}</Button>
          </Acts>
        </Form>
      ) : null}
      <Form action={urls.takingBack({ slug, id })}>
        <Acts>
          <Button look="plain">{t('takeBack.go')}</Button>
          <span class="meta">{t('takeBack.text')}</span>
        </Acts>
      </Form>
    </>
  )
}

const TakingDown = (seen: SeenThing) => {
  const { lang } = seen.reader
  const t = words(lang)
  const error = mistakeOf(mistakesIn(lang, seen), 'reason')
  return (
    <Disclosure summary={t('down.go')} open={error !== undefined}>
      <Form action={urls.takingDown({ slug: seen.thing.slug, id: seen.thing.id })}>
        <TextField
          name="reason"
          label={t('down.why')}
          hint={t('down.whyHint')}
          required
          value={typedText(seen.typed, 'reason')}
          {...(error ? { error } : {})}
        />
        <Acts>
          <Button look="quiet">{t('down.go')}</Button>
        </Acts>
      </Form>
    </Disclosure>
  )
}

export const ThingPage = (seen: SeenThing) => {
  const { thing, reader } = seen
  const { lang } = reader
  const t = words(lang)
  const everybody = thing.audience.startsWith('community:') && !thing.waits
  return (
    <Page
      title={thing.title}
      titleLang={thing.language}
      measure="narrow"
      eyebrow={
        <Breadcrumb
          lang={lang}
          crumbs={[{ label: t('nav'), href: urls.things({ slug: thing.slug }) }, { label: whatItIs(lang, thing) }]}
        />
      }
      lead={
        <div class="thing-head">
          <p lang={thing.language} dir="auto">
            {thing.why}
          </p>
          <WhoShared reader={reader} thing={thing} />
          <AudienceNote
            lang={lang}
            who={t(everybody ? 'seen.community' : thing.waits ? 'seen.adults' : 'seen.facilitators')}
          />
        </div>
      }
    >
      <ErrorSummary lang={lang} errors={mistakesIn(lang, seen)} />
      <Standing {...seen} />
      <Content {...seen} />
      {seen.mine ? <OwnActs {...seen} /> : null}
      {seen.takesDown ? <TakingDown {...seen} /> : null}
      {seen.mine || thing.taken_down_at ? null : (
        <ReportLink lang={lang} slug={thing.slug} kind="thing" thing={thing.id} words={thing.title} />
      )}
    </Page>
  )
}
