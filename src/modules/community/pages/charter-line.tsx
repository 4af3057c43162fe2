/** One line of the charter or the agreement, with what may be done to it. */
import type { Language } from '../../../platform/words/words.ts'
import { Acts, Button } from '../../../ui/button.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { Form } from '../../../ui/form.tsx'
import { TextArea } from '../../../ui/text-field.tsx'
import type { Line } from '../charter.ts'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

/** What somebody typed into this line when it could not be saved. */
export interface LineTrouble {
  readonly line: number
  readonly words: string
  readonly message: string
}

const Hidden = ({ line }: { line: Line }) => (
  <>
    <input type="hidden" name="part" value={line.part} />
    <input type="hidden" name="seen" value={line.words} />
  </>
)

export const CharterLine = (props: { lang: Language; slug: string; line: Line; trouble?: LineTrouble }) => {
  const t = words(props.lang)
  const { line, trouble } = props
  const action = urls.line({ slug: props.slug, line: line.id })
  return (
    <li class="charter-line" id={`line-${line.id}`}>
      <span class={line.state === 'struck' ? 'struck' : undefined} dir="auto">
        {line.words}
      </span>
      <div class="line-acts">
        {line.state !== 'kept' ? (
          <Form action={action}>
            <Hidden line={line} />
            <input type="hidden" name="words" value={line.words} />
            <Acts>
              <Button look="plain" name="act" value="keep">
                {t(line.state === 'struck' ? 'line.restore' : 'line.keep')}
              </Button>
              {line.state === 'suggested' ? (
                <Button look="plain" name="act" value="strike">
                  {t('line.strike')}
                </Button>
              ) : null}
            </Acts>
          </Form>
        ) : null}
        {line.state !== 'struck' ? (
          <Disclosure summary={t('line.change')} open={trouble !== undefined}>
            <Form action={action}>
              <Hidden line={line} />
              <TextArea
                id={`words-${line.id}`}
                name="words"
                low
                label={t('line.words')}
                value={trouble?.words ?? line.words}
                error={trouble?.message}
              />
              <Acts>
                <Button look="quiet" name="act" value="keep">
                  {t('line.change')}
                </Button>
                <Button look="plain" name="act" value="strike">
                  {t('line.strike')}
                </Button>
              </Acts>
            </Form>
          </Disclosure>
        ) : null}
      </div>
    </li>
  )
}
