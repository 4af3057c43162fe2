/** Administration: the rooms of those who look after the site. */
import type { AdministrationRoom } from '../../../platform/http/navigation.ts'
import type { Language } from '../../../platform/words/words.ts'
import { OpenCard } from '../../../ui/card.tsx'
import { Page } from '../../../ui/page.tsx'
import { words } from '../words.ts'

export const AdministrationPage = ({ lang, rooms }: { lang: Language; rooms: readonly AdministrationRoom[] }) => {
  const t = words(lang)
  return (
    <Page title={t('administration.title')} lead={t('administration.lead')} measure="narrow">
      <div class="flow">
        {rooms.map((room) => (
          <OpenCard key={room.key} title={room.label(lang)} href={room.href()}>
            <p class="muted">{room.says(lang)}</p>
          </OpenCard>
        ))}
      </div>
    </Page>
  )
}
