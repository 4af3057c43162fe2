/** Below words that wait: what the adults can do about them, and what their author is told. */
import { Button } from '../../../../ui/button.tsx'
import { Disclosure } from '../../../../ui/disclosure.tsx'
import type { MemberScope } from '../../../people/contract.ts'
import { isMine } from '../../access.ts'
import type { Said } from '../../contract.ts'
import { VOICE_ACTS } from '../../pages/acts-form.ts'
import type { Setting } from '../../pages/who-said.tsx'
import { urls as dialogueUrls } from '../../urls.ts'
import { mayLook, questions } from '../look.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

const ForAdults = ({ lang, slug, said }: Setting & { said: Said }) => {
  const t = words(lang)
  const at = { slug, id: said.id }
  return (
    <div class="look">
      <p>
        <b>{t('look.adults')}</b>
        {said.look_about ? ` ${t('look.asked', { question: t(`look.${said.look_about}`) })}` : null}
        {said.look_fine ? ` ${t('look.answered')}` : null}
      </p>
      <p>
        <Button form={VOICE_ACTS} formaction={urls.opening(at)} name="version" value={String(said.version)}>
          {t('look.open')}
        </Button>
      </p>
      <Disclosure summary={t('look.first')}>
        <p class="meta">{t('look.firstText')}</p>
        {questions.map((one) => (
          <p key={one}>
            <Button look="plain" form={VOICE_ACTS} formaction={urls.question(at)} name="about" value={one}>
              {t(`look.${one}`)}
            </Button>
          </p>
        ))}
      </Disclosure>
    </div>
  )
}

const ForTheAuthor = ({ lang, slug, said }: Setting & { said: Said }) => {
  const t = words(lang)
  const at = { slug, id: said.id }
  if (!said.look_about) return <p class="meta">{t('mine.waits')}</p>
  if (said.look_fine) return <p class="meta">{t('mine.saidFine')}</p>
  return (
    <div class="look">
      <p>
        <b>{t(`ask.${said.look_about}`)}</b>
      </p>
      <p class="acts">
        <a href={dialogueUrls.words(at)}>{t('mine.change')}</a>
        <Button look="plain" form={VOICE_ACTS} formaction={urls.fine(at)}>
          {t('mine.fine')}
        </Button>
      </p>
      {said.look_about === 'name' ? null : <p class="meta">{t('ask.help')}</p>}
    </div>
  )
}

/** Nothing where nothing waits. */
export const LookHere = (props: Setting & { said: Said; scope: MemberScope }) => {
  const { said, scope } = props
  if (!said.waits) return null
  if (isMine(scope, said)) return <ForTheAuthor {...props} />
  return mayLook(scope, said) ? <ForAdults {...props} /> : null
}
