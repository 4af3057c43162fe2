/** What one may do with a voice: reply and “I read this” for others' words; take back, edit, narrow, withdraw one's own. */
import { Button } from '../../../ui/button.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import type { MemberScope } from '../../people/contract.ts'
import { isMine } from '../access.ts'
import { narrowerCircles } from '../circles.ts'
import type { Said } from '../contract.ts'
import { canBeTakenBack } from '../undo.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'
import type { Setting } from './who-said.tsx'

const FORM = 'voice-acts'

/** The one form that the buttons of all voices send; each button names its own address. */
export const ActsForm = () => <form id={FORM} method="post" />

const Act = (props: { to: string; children: string; name?: string; value?: string }) => (
  <Button look="plain" form={FORM} formaction={props.to} name={props.name} value={props.value}>
    {props.children}
  </Button>
)

const Own = ({ lang, slug, said, open }: Setting & { said: Said; open?: boolean }) => {
  const t = words(lang)
  const at = { slug, id: said.id }
  return (
    <Disclosure summary={t('act.more')} open={open}>
      <p>
        <a href={urls.words(at)}>{t('act.edit')}</a>
      </p>
      {said.edited_at ? (
        <p>
          <a href={urls.history(at)}>{t('act.history')}</a>
        </p>
      ) : null}
      {narrowerCircles(said.audience).map((circle) =>
        circle === 'community' ? null : (
          <p key={circle}>
            <Act to={urls.audience(at)} name="audience" value={circle}>
              {t(`act.narrow.${circle}`)}
            </Act>
          </p>
        ),
      )}
      <div>
        <Act to={urls.withdrawal(at)}>{t('act.withdraw')}</Act>
        <p class="meta">{t('act.withdrawWhat')}</p>
      </div>
    </Disclosure>
  )
}

const Reading = ({ lang, slug, said, name }: Setting & { said: Said; name: string }) => {
  const t = words(lang)
  const to = urls.readings({ slug, id: said.id })
  return said.read_by_me ? (
    <span class="told">
      {t('act.told', { name })}{' '}
      <Act to={to} name="read" value="no">
        {t('act.untell')}
      </Act>
    </span>
  ) : (
    <Act to={to} name="read" value="yes">
      {t('act.read')}
    </Act>
  )
}

/** The acts of one voice, for a member. `open` shows everything at once, on a page of its own. */
export const VoiceActs = (
  props: Setting & { said: Said; scope: MemberScope; name: string; open?: boolean; replies?: boolean },
) => {
  const { said, scope, slug, now } = props
  const t = words(props.lang)
  const mine = isMine(scope, said)
  return (
    <>
      {props.replies === false ? null : <a href={urls.reply({ slug, id: said.id })}>{t('act.reply')}</a>}
      {mine || said.placeholder ? null : <Reading {...props} />}
      {mine && canBeTakenBack(said.said_at, now) ? (
        <Act to={urls.undo({ slug, id: said.id })}>{t('act.takeBack')}</Act>
      ) : null}
      {mine ? <Own {...props} /> : null}
    </>
  )
}
