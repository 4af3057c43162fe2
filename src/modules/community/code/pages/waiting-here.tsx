/** On the People page, for facilitators: who waits to be let in. */
import type { Language } from '../../../../platform/words/words.ts'
import { Acts, Button } from '../../../../ui/button.tsx'
import { Face } from '../../../../ui/face.tsx'
import { Form } from '../../../../ui/form.tsx'
import { words as communityWords } from '../../words.ts'
import type { Waiting } from '../store.ts'
import { codeUrls } from '../urls.ts'
import { words } from '../words.ts'

export const WaitingHere = (props: { lang: Language; slug: string; waiting: readonly Waiting[] }) => {
  const { lang, slug } = props
  const t = words(lang)
  if (props.waiting.length === 0) return null
  return (
    <section class="notice human waiting-here" id="waiting">
      <div class="notice-body">
        <h2>{t('here.title')}</h2>
        <p class="muted">{t('here.lead')}</p>
        <ul class="people">
          {props.waiting.map((one) => (
            <li key={one.person_id} class="person">
              <Face name={one.name} seed={one.person_id} avatar={one.avatar} />
              <span class="person-words">
                <b dir="auto">{one.name}</b>
                <span class="muted">
                  {one.perspectives
                    .map((perspective) => communityWords(lang)(`perspective.${perspective}`))
                    .join(' · ')}
                </span>
                <Acts>
                  <Form action={codeUrls.letIn({ slug, person: one.person_id })} inline>
                    <Button says={t('here.letsIn', { name: one.name })}>{t('here.letIn')}</Button>
                  </Form>
                  <Form action={codeUrls.decline({ slug, person: one.person_id })} inline>
                    <Button look="plain" says={t('here.declines', { name: one.name })}>
                      {t('here.decline')}
                    </Button>
                  </Form>
                </Acts>
              </span>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
