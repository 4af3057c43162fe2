/** One guardian in the records: the link, what they said and how, what came on paper, and whether responsibility is restricted. */
import { dayOf } from '../../../../platform/words/dates.ts'
import { Acts, Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { Definitions } from '../../../../ui/definition.tsx'
import { Disclosure } from '../../../../ui/disclosure.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Notice } from '../../../../ui/notice.tsx'
import type { Reader } from '../../../people/contract.ts'
import type { Guardian, Recorded } from '../store.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import { answerCalled, useCalled } from './answers.tsx'
import { PaperForm } from './paper-form.tsx'
import type { Returned } from './returned.ts'

type Props = {
  reader: Reader
  slug: string
  person: number
  guardian: Guardian
  said: readonly Recorded[]
  once: string
  returned: Returned | undefined
}

const Said = ({ reader, said }: Pick<Props, 'reader' | 'said'>) => {
  const { lang, zone } = reader
  const t = words(lang)
  return (
    <Definitions
      items={said.map((one) => ({
        term: useCalled(lang, one),
        text: (
          <>
            {answerCalled(lang, one)}
            <br />
            <span class="meta">
              {t(`way.${one.way}`, { name: one.recorded_by ?? t('somebody') })}, {dayOf(one.at, lang, zone)}
            </span>
          </>
        ),
      }))}
    />
  )
}

// What was said last to each use; the rest is history.
const lastOf = (said: readonly Recorded[]): Recorded[] => [
  ...new Map([...said].reverse().map((one) => [`${one.what} ${one.circle}`, one])).values(),
]

export const GuardianCard = (props: Props) => {
  const { reader, slug, person, guardian, said, returned } = props
  const { lang, zone } = reader
  const t = words(lang)
  const where = { slug, person, id: guardian.id }
  const now = lastOf(said)
  const before = said.filter((one) => !now.includes(one))
  const restricted = guardian.restricted_at !== null
  return (
    <Card>
      <div class="flow" id={`guardian-${guardian.id}`}>
        <h3 dir="auto">{guardian.name}</h3>
        {guardian.restricted_at ? (
          <Notice kind="warn">
            <p>{t('guardian.restrictedSince', { day: dayOf(guardian.restricted_at, lang, zone) })}</p>
          </Notice>
        ) : null}
        {now.length > 0 ? <Said reader={reader} said={now} /> : <p>{t('answers.none')}</p>}
        {before.length > 0 ? (
          <Disclosure summary={t('answers.before')}>
            <Said reader={reader} said={before} />
          </Disclosure>
        ) : null}
        {restricted ? null : (
          <>
            <p class="muted">
              {guardian.link_made_at
                ? t('guardian.linkSince', { day: dayOf(guardian.link_made_at, lang, zone) })
                : t('guardian.noLink')}
            </p>
            <div class="acts">
              <Form action={urls.letter(where)} inline whole>
                <Button
                  look="quiet"
                  icon="link"
                  says={`${t(guardian.link_made_at ? 'letter.again' : 'letter.make')}: ${guardian.name}`}
                >
                  {t(guardian.link_made_at ? 'letter.again' : 'letter.make')}
                </Button>
              </Form>
              {guardian.link_made_at ? (
                <Form action={urls.linkEnd(where)} inline>
                  <Button look="plain" says={`${t('letter.end')}: ${guardian.name}`}>
                    {t('letter.end')}
                  </Button>
                </Form>
              ) : null}
            </div>
            <Disclosure summary={t('paper.title')} open={returned?.errors !== undefined}>
              <PaperForm {...returned} lang={lang} slug={slug} person={person} guardian={guardian} once={props.once} />
            </Disclosure>
          </>
        )}
        <Disclosure summary={t(restricted ? 'restrict.lift' : 'restrict.do')}>
          <Form action={urls.restriction(where)}>
            <p>{t('restrict.why')}</p>
            <Acts>
              <Button look="quiet" name="restricted" value={restricted ? 'no' : 'yes'}>
                {t(restricted ? 'restrict.lift' : 'restrict.do')}
              </Button>
            </Acts>
          </Form>
        </Disclosure>
      </div>
    </Card>
  )
}
