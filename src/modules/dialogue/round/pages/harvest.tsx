/** What the group takes along from a round: a few lines, shown above the answers, written below them. */
import { type Typed, typedText } from '../../../../platform/http/form.ts'
import { Acts, Button } from '../../../../ui/button.tsx'
import { Disclosure } from '../../../../ui/disclosure.tsx'
import { Form, type Mistake, mistakeOf } from '../../../../ui/form.tsx'
import { Markdown } from '../../../../ui/markdown.tsx'
import { TextArea } from '../../../../ui/text-field.tsx'
import type { Setting } from '../../pages/who-said.tsx'
import { LONGEST_HARVEST, type Round } from '../round.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

/** The lines, once they are written. */
export const HarvestShown = ({ lang, round }: Setting & { round: Round }) =>
  round.harvest === '' ? null : (
    <section class="harvest">
      <h2>{words(lang)('harvest.title')}</h2>
      <Markdown html={round.harvest_html} lang={round.harvest_language ?? round.language} />
    </section>
  )

/** The place to write them. */
export const HarvestBox = (
  props: Setting & { round: Round; once: string; typed?: Typed | undefined; mistakes: readonly Mistake[] },
) => {
  const { lang, slug, round, typed } = props
  const t = words(lang)
  const form = (
    <Form action={urls.harvest({ slug, id: round.id })} once={props.once}>
      <input type="hidden" name="seen" value={round.harvest_version} />
      <input type="hidden" name="language" value={lang} />
      <TextArea
        name="text"
        id="harvest-text"
        label={t('harvest.label')}
        hint={t('harvest.hint')}
        value={typedText(typed, 'text', round.harvest)}
        maxlength={LONGEST_HARVEST}
        rows={3}
        error={mistakeOf(props.mistakes, 'harvest-text')}
      />
      <Acts>
        <Button look="quiet">{t('harvest.go')}</Button>
      </Acts>
    </Form>
  )
  return round.harvest === '' ? (
    <section>
      <h2>{t('harvest.title')}</h2>
      {form}
    </section>
  ) : (
    <Disclosure summary={t('harvest.change')} open={typed !== undefined}>
      {form}
    </Disclosure>
  )
}
