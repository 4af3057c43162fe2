/** The adults who look after a community, by name, with what each of them sees. */
import { calendarDay, dayOf } from '../../../platform/words/dates.ts'
import type { Language } from '../../../platform/words/words.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Face } from '../../../ui/face.tsx'
import type { Carer } from '../adults.ts'
import { words } from '../words.ts'

const What = ({ lang, carer }: { lang: Language; carer: Carer }) => {
  const t = words(lang)
  return (
    <>
      <p class="carer-what">
        {carer.leads ? t('who.leadSees') : ''} {carer.facilitates || carer.checked_on ? t('who.adultSees') : ''}
      </p>
      {carer.checked_on && carer.checked_by ? (
        <p class="meta" dir="auto">
          {t('who.checked', { name: carer.checked_by, day: dayOf(calendarDay(carer.checked_on), lang, 'UTC') })}
        </p>
      ) : null}
    </>
  )
}

export const Carers = ({ lang, carers }: { lang: Language; carers: readonly Carer[] }) => {
  const t = words(lang)
  return (
    <ul class="carers">
      {carers.map((carer) => (
        <li key={carer.person_id}>
          <Face name={carer.name} seed={carer.person_id} />
          <div>
            <p class="carer-name">
              <b dir="auto">{carer.name}</b> {carer.leads ? <Chip tone="teal">{t('who.lead')}</Chip> : null}{' '}
              {carer.facilitates ? <Chip>{t('who.facilitator')}</Chip> : null}
            </p>
            <What lang={lang} carer={carer} />
          </div>
        </li>
      ))}
    </ul>
  )
}
