/** What was said in a part, by whom, and who held the pen; mended where it may be. */
import { typedText } from '../../../../platform/http/form.ts'
import { Acts, Button } from '../../../../ui/button.tsx'
import { Face } from '../../../../ui/face.tsx'
import { Form } from '../../../../ui/form.tsx'
import { TextArea } from '../../../../ui/text-field.tsx'
import { urls } from '../../urls.ts'
import { mayMend } from '../round.ts'
import type { Entry } from '../store/run.ts'
import { words } from '../words.ts'
import { fieldOf } from './mistakes.ts'
import type { Together } from './seen.ts'

/** The heading is left out in the minutes, where the part has its own. */
export const SaidList = (props: { together: Together; turns: readonly Entry[]; plain?: boolean }) => {
  const { together, turns, plain } = props
  const t = words(together.reader.lang)
  if (turns.length === 0) return plain ? <p class="muted">{t('minutes.none')}</p> : null
  return (
    <section class="flow">
      {plain ? null : <h2>{t('turn.said')}</h2>}
      <ul class="said-in-meeting">
        {turns.map((entry) => (
          <li key={entry.id} id={`entry-${entry.id}`}>
            <Face name={entry.name ?? t('turn.guest')} seed={entry.person_id ?? `guest ${entry.present_id}`} />
            {together.mending === entry.id ? (
              <MendForm together={together} entry={entry} />
            ) : (
              <OneSaid together={together} entry={entry} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

const OneSaid = ({ together, entry }: { together: Together; entry: Entry }) => {
  const t = words(together.reader.lang)
  const { on, me, lines } = together
  const where = { slug: on.slug, id: on.id }
  const closed = on.state === 'published'
  const first = entry.part === 'care' || entry.part === 'who' || entry.part === 'how'
  const kept = lines.some((line) => line.words === entry.words.slice(0, 600))
  return (
    <div class="flow tight">
      <p>
        <b dir="auto">{entry.name ?? t('turn.guest')}</b>
        {entry.writer ? <span class="muted"> · {t('turn.writtenBy', { name: entry.writer })}</span> : null}
      </p>
      {entry.passed ? (
        <p class="muted">{t('turn.passed')}</p>
      ) : (
        <p lang={entry.language} dir="auto" class="as-typed">
          {entry.words}
        </p>
      )}
      {closed ? null : (
        <div class="line-acts no-print">
          {mayMend(me, entry) ? (
            <a href={`${urls.together(where, { mend: entry.id })}#entry-${entry.id}`}>{t('turn.mend')}</a>
          ) : null}
          {first && !entry.passed && kept ? <span class="muted">{t('line.kept')}</span> : null}
          {first && !entry.passed && !kept ? (
            <Form action={urls.lines(where)} once={together.once} inline>
              <input type="hidden" name="entry" value={entry.id} />
              <Button look="plain">{t('line.keep')}</Button>
            </Form>
          ) : null}
        </div>
      )}
    </div>
  )
}

const MendForm = ({ together, entry }: { together: Together; entry: Entry }) => {
  const t = words(together.reader.lang)
  const { on } = together
  return (
    <Form action={urls.mended({ slug: on.slug, id: on.id })} once={together.once}>
      <input type="hidden" name="entry" value={entry.id} />
      <input type="hidden" name="version" value={typedText(together.typed, 'version', String(entry.version))} />
      <TextArea
        {...fieldOf(together, 'words', entry.words)}
        id="mend"
        label={entry.name ?? t('turn.guest')}
        hint={t('turn.mendHint')}
        lang={entry.language}
        low
      />
      <Acts>
        <Button>{t('turn.keep')}</Button>
      </Acts>
    </Form>
  )
}
