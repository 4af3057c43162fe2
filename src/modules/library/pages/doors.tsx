/** Ways into the library for those who come with something to do: each leads to the one paper that helps. */
import type { Language } from '../../../platform/words/words.ts'
import { Icon } from '../../../ui/icons.tsx'
import { urls } from '../urls.ts'
import { words } from '../words.ts'

const doors = [
  ['begin', 'letter-for-an-hour'],
  ['meeting', 'first-meeting-kit'],
  ['family', 'leaflet-for-families'],
  ['student', 'leaflet-for-students'],
  ['leader', 'a-page-for-a-leader'],
] as const

/** `stands` tells whether an entry of this address can be read here; a door to nowhere is not shown. */
export const Doors = ({ lang, stands }: { lang: Language; stands: (slug: string) => boolean }) => {
  const t = words(lang)
  const open = doors.filter(([, slug]) => stands(slug))
  return open.length === 0 ? null : (
    <nav class="library-doors" aria-labelledby="doors">
      <h2 id="doors">{t('front.doors')}</h2>
      <ul>
        {open.map(([door, slug]) => (
          <li key={door}>
            <a href={urls.entry({ slug })}>
              <span>{t(`front.door.${door}`)}</span>
              <Icon name="arrow" />
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
