/** The step before words go out: where a child's name may stand, another name for it, and that nothing was sent yet. */
import type { Typed } from '../../../../platform/http/form.ts'
import type { Language } from '../../../../platform/words/words.ts'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { Disclosure } from '../../../../ui/disclosure.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Icon } from '../../../../ui/icons.tsx'
import { Page } from '../../../../ui/page.tsx'
import { piecesOf, withOthers } from '../asking.ts'
import type { FoundName } from '../recognisable.ts'
import { words } from '../words.ts'

export interface AskNamesProps {
  readonly lang: Language
  /** Where the form goes that was sent. */
  readonly action: string
  readonly once: string
  /** All that was typed; it goes along, hidden. */
  readonly typed: Typed
  /** The names of the fields that hold words. */
  readonly fields: readonly string[]
  /** The language of the words. */
  readonly language: string
  readonly found: readonly FoundName[]
}

const one = (value: string | string[] | undefined): string => (Array.isArray(value) ? value.join('\n') : (value ?? ''))

const Along = ({ typed }: { typed: Typed }) =>
  Object.entries(typed)
    .filter(([name]) => name !== 'once' && name !== 'names')
    .flatMap(([name, value]) =>
      [value].flat().map((each) => <input key={`${name} ${each}`} type="hidden" name={name} value={each} />),
    )

const Go = (props: AskNamesProps & { with?: Typed; children: preact.ComponentChildren }) => (
  <Form action={props.action} once={props.once}>
    <Along typed={{ ...props.typed, ...props.with }} />
    {props.children}
  </Form>
)

const Marked = ({ text, language, found }: { text: string; language: string; found: readonly FoundName[] }) => (
  <p class="names-marked" lang={language} dir="auto">
    {piecesOf(text, found).map((piece, i) => (piece.instead ? <mark key={i}>{piece.text}</mark> : piece.text))}
  </p>
)

/** Three ways on and one back; each is a button of its own, and none needs JavaScript. */
export const AskNamesPage = (props: AskNamesProps) => {
  const { lang, typed, fields, found, language } = props
  const t = words(lang)
  const texts = fields.map((field) => one(typed[field])).filter((text) => piecesOf(text, found).some((p) => p.instead))
  const others = Object.fromEntries(fields.map((field) => [field, withOthers(one(typed[field]), found)]))
  const page = (
    <div class="flow names-asked">
      <Card calm>
        {texts.map((text) => (
          <Marked key={text} text={text} language={language} found={found} />
        ))}
      </Card>
      <Go {...props} with={others}>
        <h2>{t('others.title')}</h2>
        <p>{t('others.says')}</p>
        <ul class="names-instead">
          {found.map(({ word, instead }) => (
            <li key={word}>
              {word} <Icon name="arrow" /> <b>{instead}</b>
            </li>
          ))}
        </ul>
        <Button name="names" value="others">
          {t('others.go')}
        </Button>
      </Go>
      <Go {...props}>
        <h2>{t('kept.title')}</h2>
        <div class="acts">
          <Button look="quiet" name="names" value="nobody">
            {t('nobody.go')}
          </Button>
          <Button look="quiet" name="names" value="back">
            {t('back.go')}
          </Button>
        </div>
        <Disclosure summary={t('asItIs')}>
          <p>{t('asItIs.why')}</p>
          <div class="acts">
            <Button look="quiet" name="names" value="agreed">
              {t('agreed.go')}
            </Button>
            <Button look="quiet" name="names" value="own">
              {t('own.go')}
            </Button>
          </div>
        </Disclosure>
      </Go>
    </div>
  )
  return (
    <Page title={t('title')} lead={t('lead')} measure="narrow">
      {page}
    </Page>
  )
}
