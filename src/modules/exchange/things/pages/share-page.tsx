/** Sharing a link or a file, on one screen: what it is, why it helps, who sees it, Share. */
import { typedText } from '../../../../platform/http/form.ts'
import { Breadcrumb } from '../../../../ui/breadcrumb.tsx'
import { Acts, Button } from '../../../../ui/button.tsx'
import { Disclosure } from '../../../../ui/disclosure.tsx'
import { ErrorSummary, Form, mistakeOf } from '../../../../ui/form.tsx'
import { Page } from '../../../../ui/page.tsx'
import { TextArea, TextField } from '../../../../ui/text-field.tsx'
import { type Seats, SeenBy } from '../../../dialogue/public.ts'
import type { Reader } from '../../../people/contract.ts'
import { thingCircles } from '../contract.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { CoverEditor } from './cover-editor.tsx'
import { mistakesIn, type Returned } from './mistakes.ts'

/** The ends of names that are offered first when a file is chosen; without HEIC, a phone brings a picture that all can open. */
const OFFERED = 'image/jpeg,image/png,image/webp,application/pdf,text/plain,.odt,.docx,.ods,.xlsx,.odp,.pptx,.txt'

export const SharePage = (
  props: Returned & {
    reader: Reader
    slug: string
    once: string
    what: 'link' | 'file'
    /** How large a file may be, in megabytes. */
    most: number
    seats: Seats
    /** Whether what the asking person shares waits for one adult's look. */
    waits: boolean
  },
) => {
  const { reader, slug, typed, what } = props
  const { lang } = reader
  const t = words(lang)
  const errors = mistakesIn(lang, props)
  const wrong = (field: string) => {
    const error = mistakeOf(errors, field)
    return error ? { error } : {}
  }
  const circle = typedText(typed, 'audience')
  const isFile = what === 'file'
  const again = isFile && errors.length > 0 && !errors.some(({ field }) => field === 'file')
  return (
    <Page
      title={t(isFile ? 'share.file' : 'share.link')}
      lead={t('share.lead')}
      measure="narrow"
      eyebrow={<Breadcrumb lang={lang} crumbs={[{ label: t('nav'), href: urls.things({ slug }) }]} />}
    >
      <Form action={urls.share({ slug })} once={props.once} multipart>
        <ErrorSummary lang={lang} errors={errors} />
        <input type="hidden" name="what" value={what} />
        {isFile ? (
          <CoverEditor lang={lang}>
            <TextField
              name="file"
              type="file"
              label={t('share.theFile')}
              hint={t(again ? 'share.fileAgain' : 'share.fileHint', { mb: props.most })}
              accept={OFFERED}
              required
              {...wrong('file')}
            />
          </CoverEditor>
        ) : (
          <TextField
            name="address"
            type="url"
            inputmode="url"
            label={t('share.address')}
            hint={t('share.addressHint')}
            required
            value={typedText(typed, 'address')}
            {...wrong('address')}
          />
        )}
        <TextField
          name="title"
          label={t('share.title')}
          {...(isFile ? { hint: t('share.titleHint') } : {})}
          required
          value={typedText(typed, 'title')}
          {...wrong('title')}
        />
        <TextArea
          name="why"
          label={t('share.why')}
          hint={t('share.whyHint')}
          low
          required
          value={typedText(typed, 'why')}
          {...wrong('why')}
        />
        {isFile ? (
          <>
            <TextArea
              name="alt"
              label={t('share.alt')}
              note={t('share.altNote')}
              hint={t('share.altHint')}
              low
              value={typedText(typed, 'alt')}
              {...wrong('alt')}
            />
            <Disclosure summary={t('share.describe')} open={mistakeOf(errors, 'alt') !== undefined}>
              <ul>
                <li>{t('share.describeWhat')}</li>
                <li>{t('share.describeWords')}</li>
                <li>{t('share.describePeople')}</li>
              </ul>
            </Disclosure>
          </>
        ) : null}
        <SeenBy
          lang={lang}
          circles={thingCircles}
          seats={props.seats}
          circle={thingCircles.find((one) => one === circle) ?? thingCircles[0]}
          language={typedText(typed, 'language', lang)}
          error={mistakeOf(errors, 'voice-audience')}
        />
        <Acts>
          <Button>{t('share.go')}</Button>
          <span class="meta">{t(props.waits ? 'share.promiseWaits' : 'share.promise')}</span>
        </Acts>
      </Form>
    </Page>
  )
}
