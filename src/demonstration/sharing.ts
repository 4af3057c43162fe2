/** What the people of “Reading together” share: a link, a sheet, and a picture of the tent that Tomás asked for. */
import { type Sharing, shareFile, shareLink } from '../modules/exchange/things/actions.ts'
import { urls as thingsUrls } from '../modules/exchange/things/urls.ts'
import { keepBegun } from '../modules/people/begun/actions.ts'
import type { VillagerName } from './people.ts'
import { languageOf, must, type Telling } from './telling.ts'

const SHEET = `Reading aloud at home, ten minutes

1. Your child chooses the book, and where you sit.
2. You read a page. Your child reads a line, or points, or listens.
3. Ask one thing only: What would you like to know next?
4. Stop while it is still good.
`

/** Drawn, because the village is invented: cushions and a book in a tent of cloth. */
const TENT = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800" viewBox="0 0 1200 800">
  <rect width="1200" height="800" fill="#f3e9d8"/><rect y="600" width="1200" height="200" fill="#d9c3a0"/>
  <path d="M600 90 190 640h820z" fill="#2f6f7a"/><path d="M600 90 420 640h360z" fill="#173f47"/>
  <path d="M600 90 190 640h90z" fill="#3f8793"/><ellipse cx="560" cy="645" rx="150" ry="46" fill="#c9603c"/>
  <ellipse cx="700" cy="665" rx="120" ry="40" fill="#e3a44a"/><path d="M540 590l60 18 60-18v44l-60 16-60-16z" fill="#fff"/>
  <path d="M600 608v42" stroke="#b9b9b9" stroke-width="4"/><circle cx="250" cy="190" r="60" fill="#f0c75e"/></svg>`

/** Tells it. */
export const tellSharing = async (village: Telling): Promise<void> => {
  const { house, reading: place, scope } = village
  const said = (who: VillagerName, title: string, why: string): Sharing => ({
    title,
    why,
    audience: 'community',
    language: languageOf(who),
  })
  village.on(20, '17:20')
  const sheet = { bytes: Buffer.from(SHEET), declared: 'text/plain' }
  const why = 'One page for families who ask how. It fits on a fridge.'
  await must(
    shareFile(house, scope('ines'), place, { ...said('ines', 'Reading aloud at home', why), alt: '', brought: sheet }),
  )
  village.on(12, '12:40')
  const sounds = said('henk', 'Books that can be felt', 'Pictures in relief, lent by post and free of charge.')
  await must(shareLink(house, scope('henk'), place, { ...sounds, address: 'https://example.org/books-to-touch' }))
  village.on(6, '16:05')
  // Loaded where it is needed: a site that has begun long ago never draws the tent.
  const { default: sharp } = await import('sharp')
  const bytes = await sharp(Buffer.from(TENT)).png().toBuffer()
  await must(
    shareFile(house, scope('rita'), place, {
      ...said('rita', 'Our tent in the corner', 'Two blankets and a clothes line. It took us ten minutes to put up.'),
      alt: 'A tent of dark blue cloth in the corner of a room. Inside lie two cushions and an open book.',
      brought: { bytes, declared: 'image/png' },
    }),
  )
  // Rita began to share another link at the bus stop, and stopped.
  village.on(1, '17:20')
  const page = thingsUrls.share({ slug: place.slug })
  const text = (name: string, label: string, value: string) => ({ name, kind: 'text' as const, label, values: [value] })
  await must(
    keepBegun(house, scope('rita'), {
      id: 'rita-at-the-bus-stop',
      was: 0,
      form: page,
      page: `${page}?what=link`,
      title: 'Share a link',
      fields: [
        { name: 'what', kind: 'choice', label: '', values: ['link'] },
        text('title', 'Title', 'Recordings for reading along'),
        text('why', 'Why does it help?', 'Whoever reads slowly hears the line while they see it. I still have to ask'),
      ],
    }),
  )
}
