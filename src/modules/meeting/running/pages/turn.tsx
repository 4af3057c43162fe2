/** A round in a meeting: the ring, whose turn it is, one field, and what was said. */
import { typedText } from '../../../../platform/http/form.ts'
import { AudienceNote } from '../../../../ui/audience-note.tsx'
import { Acts, Button } from '../../../../ui/button.tsx'
import { Form } from '../../../../ui/form.tsx'
import { Ring, type Seat } from '../../../../ui/ring.tsx'
import { Select, TextArea } from '../../../../ui/text-field.tsx'
import type { Part } from '../../contract.ts'
import { urls } from '../../urls.ts'
import { isWhole, offered, standings, waiting } from '../round.ts'
import type { Present } from '../store/run.ts'
import { words } from '../words.ts'
import { fieldOf } from './mistakes.ts'
import { SaidList } from './said.tsx'
import type { Together } from './seen.ts'

/** Seats around the circle: whoever is offered the turn stands out. */
const seatsOf = (together: Together, part: Part, now: Present | undefined): Seat[] =>
  standings(
    together.circle,
    together.entries.filter((entry) => entry.part === part),
  ).flatMap(({ one, stands }) =>
    stands === 'left' ? [] : [stands === 'waiting' && one.id === now?.id ? 'now' : stands],
  )

const TurnForm = (props: { together: Together; part: Part; open: readonly Present[]; now: Present }) => {
  const { together, part, open, now } = props
  const { lang } = together.reader
  const t = words(lang)
  const { on, me } = together
  const chosen = typedText(together.typed, 'present', String(now.id))
  const mine = open.length === 1 ? now.person_id === me : String(now.id) === chosen && now.person_id === me
  return (
    <Form action={urls.entries({ slug: on.slug, id: on.id })} once={together.once}>
      <input type="hidden" name="part" value={part} />
      {open.length > 1 ? (
        <Select
          name="present"
          label={t('turn.who')}
          value={chosen}
          options={open.map((one) => ({ value: String(one.id), label: one.name ?? t('turn.guest') }))}
        />
      ) : (
        <input type="hidden" name="present" value={now.id} />
      )}
      <TextArea
        {...fieldOf(together, 'words')}
        label={t(mine ? 'turn.mine' : 'turn.words')}
        lang={on.language}
        rows={4}
      />
      <AudienceNote lang={lang} who={t('seen', { community: on.community })} />
      <Acts>
        <Button look="big" name="act" value="say">
          {t('turn.say')}
        </Button>
        <Button look="quiet big" name="act" value="pass">
          {t('turn.pass')}
        </Button>
      </Acts>
    </Form>
  )
}

/** The round of a part. */
export const TurnStation = ({ together, part }: { together: Together; part: Part }) => {
  const { lang } = together.reader
  const t = words(lang)
  const { circle, entries, me } = together
  const turns = entries.filter((entry) => entry.part === part)
  const now = offered(circle, turns, me)
  const others = waiting(circle, turns).filter((one) => one.id !== now?.id)
  const says = now
    ? now.person_id === me
      ? t('turn.yours')
      : t('turn.of', { name: now.name ?? t('turn.guest') })
    : t(circle.length > 0 && isWhole(circle, turns) ? 'turn.whole' : 'turn.nobody')
  return (
    <>
      <div class="turn">
        {circle.length > 0 ? <Ring lang={lang} size="large" seats={seatsOf(together, part, now)} /> : null}
        <p class="muted">{says}</p>
      </div>
      {now ? <TurnForm together={together} part={part} open={[now, ...others]} now={now} /> : null}
      <SaidList together={together} turns={turns} />
    </>
  )
}
