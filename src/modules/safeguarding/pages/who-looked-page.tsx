/** Who looked at what I gave into the hands of those who look after us. */
import { momentOf } from '../../../platform/words/dates.ts'
import { Empty } from '../../../ui/empty.tsx'
import { List } from '../../../ui/list.tsx'
import { Page } from '../../../ui/page.tsx'
import type { Reader } from '../../people/contract.ts'
import { words } from '../words.ts'

export const WhoLookedPage = (props: {
  reader: Reader
  looks: readonly { readonly given: 'help' | 'report'; readonly person: string; readonly at: Date }[]
}) => {
  const { reader, looks } = props
  const t = words(reader.lang)
  return (
    <Page title={t('looked.title')} lead={t('looked.lead')} measure="narrow">
      {looks.length === 0 ? (
        <Empty title={t('looked.none')} text={t('looked.noneText')} />
      ) : (
        <List lined near>
          {looks.map((look) => (
            <p dir="auto">
              {t(`looked.${look.given}`, { name: look.person, at: momentOf(look.at, reader.lang, reader.zone) })}
            </p>
          ))}
        </List>
      )}
    </Page>
  )
}
