/** What one may do with a voice: reply and “I read this” for others' words; take back, edit, narrow, withdraw one's own. */
import { Button } from '../../../ui/button.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import type { MemberScope } from '../../people/contract.ts'
import { reportHref, reportLabel } from '../../safeguarding/public.ts'
import { isKept, isMine, isMyWriting } from '../access.ts'
import { CARRIED } from '../carrying/carried.ts'
import { isFew, narrowerCircles } from '../circles.ts'
import type { Said } from '../contract.ts'
import { mayNote } from '../covering/note.ts'
import { urls as noteUrls } from '../covering/urls.ts'
import { words as noteWords } from '../covering/words.ts'
import { urls as paceUrls } from '../pacing/urls.ts'
import { words as paceWords } from '../pacing/words.ts'
import { mayResolve } from '../resolving/resolving.ts'
import { urls as resolveUrls } from '../resolving/urls.ts'
import { words as resolveWords } from '../resolving/words.ts'
import { urls as scribeUrls } from '../scribe/urls.ts'
import { words as scribeWords } from '../scribe/words.ts'
import { canBeTakenBack } from '../undo.ts'
import { urls as unsealingUrls } from '../unsealing/urls.ts'
import { words as unsealingWords } from '../unsealing/words.ts'
import { urls } from '../urls.ts'
import { urls as widerUrls } from '../widening/urls.ts'
import { words as widerWords } from '../widening/words.ts'
import { words } from '../words.ts'
import { VOICE_ACTS } from './acts-form.ts'
import type { Setting } from './who-said.tsx'

/** The one form that the buttons of all voices send; each button names its own address. */
export const ActsForm = () => <form id={VOICE_ACTS} method="post" />

const Act = (props: { to: string; children: string; name?: string; value?: string }) => (
  <Button look="plain" form={VOICE_ACTS} formaction={props.to} name={props.name} value={props.value}>
    {props.children}
  </Button>
)

const Withdrawal = ({ lang, slug, said }: Setting & { said: Said }) => {
  const t = words(lang)
  return (
    <div>
      <Act to={urls.withdrawal({ slug, id: said.id })}>{t('act.withdraw')}</Act>
      <p class="meta">{t('act.withdrawWhat')}</p>
    </div>
  )
}

// What was written down for somebody is taken away or stays as it is.
const Own = (props: Setting & { said: Said; scope: MemberScope; open?: boolean }) => {
  const { lang, slug, said, scope } = props
  const t = words(lang)
  const at = { slug, id: said.id }
  if (said.written_by !== null || said.manner === CARRIED)
    return (
      <Disclosure summary={t('act.more')} open={props.open}>
        <Withdrawal {...props} />
      </Disclosure>
    )
  return (
    <Disclosure summary={t('act.more')} open={props.open}>
      <p>
        <a href={urls.words(at)}>{t('act.edit')}</a>
      </p>
      {said.edited_at ? (
        <p>
          <a href={urls.history(at)}>{t('act.history')}</a>
        </p>
      ) : null}
      {mayResolve(scope, said).ok ? (
        <p>
          <a href={resolveUrls.answered(at)}>{resolveWords(lang)('act.answered')}</a>
        </p>
      ) : null}
      {mayNote(scope, said).ok ? (
        <p>
          <a href={noteUrls.note(at)}>{noteWords(lang)('act.note')}</a>
        </p>
      ) : null}
      {isFew(said.audience) && !said.nameless && !said.waits ? (
        <p>
          <a href={widerUrls.wish(at)}>{widerWords(lang)('act')}</a>
        </p>
      ) : null}
      {narrowerCircles(said.audience).map((circle) =>
        circle === 'community' || (circle === 'me' && said.nameless) ? null : (
          <p key={circle}>
            <Act to={urls.audience(at)} name="audience" value={circle}>
              {t(`act.narrow.${circle}`)}
            </Act>
          </p>
        ),
      )}
      <Withdrawal {...props} />
    </Disclosure>
  )
}

// What a facilitator may do beside another's words.
const Tended = (props: Setting & { said: Said; scope: MemberScope; open?: boolean }) => {
  const { lang, slug, said, scope } = props
  const at = { slug, id: said.id }
  return (
    <Disclosure summary={words(lang)('act.more')} open={props.open}>
      {mayResolve(scope, said).ok ? (
        <p>
          <a href={resolveUrls.answered(at)}>{resolveWords(lang)('act.answered')}</a>
        </p>
      ) : null}
      {mayNote(scope, said).ok ? (
        <p>
          <a href={noteUrls.note(at)}>{noteWords(lang)('act.note')}</a>
        </p>
      ) : null}
      {said.nameless && mayNote(scope, said).ok ? (
        <p>
          <a href={unsealingUrls.one(at)}>{unsealingWords(lang)('link')}</a>
        </p>
      ) : null}
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
  const mayTake = mine || isMyWriting(scope, said)
  return (
    <>
      {props.replies === false || said.waits ? null : <a href={urls.reply({ slug, id: said.id })}>{t('act.reply')}</a>}
      {mine || said.placeholder || said.waits ? null : <Reading {...props} />}
      {isKept(scope, said) ? (
        <a href={paceUrls.others({ slug, id: said.id })}>{paceWords(props.lang)('keep.share')}</a>
      ) : null}
      {mine && said.written_by !== null && !said.confirmed ? (
        <Act to={scribeUrls.confirmation({ slug, id: said.id })}>{scribeWords(props.lang)('voice.confirm')}</Act>
      ) : null}
      {mayTake && canBeTakenBack(said.said_at, now) ? (
        <Act to={urls.undo({ slug, id: said.id })}>{t('act.takeBack')}</Act>
      ) : null}
      {mayTake ? <Own {...props} /> : null}
      {mine || said.withdrawn ? null : (
        <a href={reportHref(slug, 'contribution', said.id)}>{reportLabel(props.lang)}</a>
      )}
      {!mine && (mayNote(scope, said).ok || mayResolve(scope, said).ok) ? <Tended {...props} /> : null}
    </>
  )
}
