/** What waits for one adult's look: the press that opens it for the adults, and what its author is told. */
import type { Language } from '../../../../platform/words/words.ts'
import { Acts, Button } from '../../../../ui/button.tsx'
import { Form } from '../../../../ui/form.tsx'
import type { MemberScope } from '../../../people/contract.ts'
import { isMine, mayLook } from '../access.ts'
import { words } from '../words.ts'

/** Nothing where nothing waits. */
export const Look = (props: {
  lang: Language
  scope: MemberScope
  said: { readonly author_id: number; readonly community_id: number; readonly waits: boolean }
  action: string
}) => {
  const { scope, said } = props
  const t = words(props.lang)
  if (!said.waits) return null
  if (isMine(scope, said)) return <p>{t('look.mine')}</p>
  if (!mayLook(scope, said)) return null
  return (
    <Form action={props.action}>
      <p>{t('look.adults')}</p>
      <Acts>
        <Button look="quiet">{t('look.open')}</Button>
      </Acts>
    </Form>
  )
}
