// Reads the whole shelf as a reader would: complete in five languages, every link and source standing here.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { type Language, languages } from '../../../platform/words/words.ts'
import { seriesOf } from '../series.ts'
import { readShelf } from './read-shelf.ts'

const shelf = readShelf(import.meta.dirname)
const slugs = new Set(shelf.map((entry) => entry.slug))
const texts = shelf.flatMap((entry) =>
  languages.map((language) => ({ entry, name: `${entry.slug}/${language}`, ...entry.texts[language] })),
)
const headings = (body: string) => [...body.matchAll(/^(#+) +(.*)$/gm)]
const links = (body: string) => [...body.matchAll(/\]\(([^)]*)\)/g)].map((found) => found[1] ?? '')

// In words; what a method may hold is what one page holds.
const lengths = {
  reference: [40, 140],
  concept: [110, 500],
  policy: [110, 500],
  method: [150, 420],
  paper: [80, 1600],
} as const

// How each language says that something is our own view, reading, advice or words.
const ourJudgement: Record<Language, RegExp> = {
  en: /our (own|view|reading|advice)|are ours/i,
  pt: /nossa opinião|opinião nossa|leitura nossa|são noss[ao]s|palavras nossas|nosso conselho|conselho nosso/i,
  nl: /onze (mening|lezing|woorden|raad)|zijn van ons|eigen advies/i,
  de: /unsere? (sicht|lesart|worte|eigener|rat)|von uns/i,
  sk: /náš názor|naše čítanie|sú naše|naše slová|naša rada|podľa nás|rada je/i,
}

// Turns of phrase of the founding text, more than eight words each: the shelf uses words of its own.
const notOurs = [
  'creating a supportive environment for collaborating with different professionals',
  'fostering a supportive environment for collaborating with different professionals, students and parents',
  'share a passion or a concern and deepen their knowledge',
  'a structure that facilitates the sharing and circulation of knowledge through practice',
  'the assumption of not knowing which leads to creating a space of experimentation',
  'trust in the ability of oneself and of others',
  'an open attitude combined with flexibility to adjust to the environment',
  'a safe environment in which everyone can equally contribute to the construction of ideas',
  'commitment to successful inclusion by maintaining an effective support system',
  'creating time and opportunity for staff to learn and work with each other',
  'a common and shared interest that drives the community of practice',
  'relationships among members that enable them to learn from each other',
  'members deepen their knowledge and skills by sharing resources, experiences, and strategies',
  'the ability to look for (always provisional) solutions in contexts of dissensus',
  'the focus on meeting the other, the one we do not know',
  'the ability to co-construct knowledge with others (colleagues, parents, children)',
  'unique ways in which they can move their practice forward',
]

describe('the shelf', () => {
  it('holds what the founding text holds, and more; each has a place of its own', () => {
    expect(shelf.filter((entry) => entry.kind === 'concept').length).toBeGreaterThanOrEqual(19)
    expect(shelf.filter((entry) => entry.kind === 'reference').length).toBeGreaterThanOrEqual(10)
    expect(new Set(shelf.map((entry) => entry.order)).size).toBe(shelf.length)
  })

  it.each(shelf)('$slug has the same headings and links in every language', (entry) => {
    const shape = (body: string) => ({ headings: headings(body).length, links: links(body).sort() })
    for (const language of languages)
      expect(shape(entry.texts[language].body), language).toEqual(shape(entry.texts.en.body))
  })

  it.each(shelf)('$slug names sources that stand on the shelf, and cites each in its text', (entry) => {
    for (const source of entry.sources) {
      expect(shelf.find((other) => other.slug === source)?.kind).toBe('reference')
      expect(links(entry.texts.en.body)).toContain(`entry:${source}`)
    }
    if (entry.kind === 'concept' || entry.kind === 'policy') expect(entry.sources.length).toBeGreaterThan(0)
    if (entry.kind === 'reference') expect(entry.csl.id).toBe(entry.slug)
  })

  it.each(texts)('$name has a summary of one breath', ({ summary }) => {
    expect(summary.length).toBeGreaterThan(20)
    expect(summary.length).toBeLessThanOrEqual(160)
  })

  it.each(texts)('$name has headings of the second level alone, and no empty section', ({ body }) => {
    expect(headings(body).map((found) => found[1])).toEqual(headings(body).map(() => '##'))
    const sections = body.split(/^## .*$/m)
    for (const section of body.startsWith('##') ? sections.slice(1) : sections) expect(section.trim()).not.toBe('')
  })

  it.each(texts.filter(({ entry }) => entry.kind === 'concept' && seriesOf(entry.slug) === 'value'))(
    '$name looks like, sounds like, fails when and leads to a Monday',
    ({ body }) => {
      expect(headings(body)).toHaveLength(4)
      // What one hears stands in quotation marks.
      expect(body.match(/^- [“«‘„]/gm)?.length).toBeGreaterThanOrEqual(2)
    },
  )

  it.each(texts.filter(({ entry }) => entry.kind === 'concept' && seriesOf(entry.slug) === 'competence'))(
    '$name ends in one prompt, a question of its own paragraph',
    ({ body }) => {
      expect(body.match(/^_[^_]+\?_$/gm)).toHaveLength(1)
      expect(
        body
          .split(/^## .*$/m)
          .at(-1)
          ?.trim(),
      ).toMatch(/^_[^_]+\?_$/)
    },
  )

  it.each(texts)('$name says what of it is our own judgement', ({ name, body }) => {
    expect(body).toMatch(ourJudgement[name.slice(-2) as Language])
  })

  it.each(texts)('$name has nothing that formatting would take away', ({ body }) => {
    // A line to write on is made of dots: a rule of underscores would be turned into a new page.
    expect(body).not.toMatch(/^ *_{3,} *$/m)
  })

  it.each(texts)('$name links only to entries of the shelf', ({ body }) => {
    for (const link of links(body)) expect(slugs, link).toContain(link.replace(/^entry:/, ''))
  })

  it.each(texts)('$name is long enough to help and short enough to be read', ({ entry, body }) => {
    const words = body.replaceAll(/\(entry:[^)]*\)/g, '').split(/\s+/).length
    const [least, most] = lengths[entry.kind]
    expect(words).toBeGreaterThan(least)
    expect(words).toBeLessThan(most)
  })

  it.each(texts)('$name speaks in words of our own', ({ body }) => {
    const plain = body.toLowerCase().replaceAll(/\s+/g, ' ')
    for (const phrase of notOurs) expect(plain).not.toContain(phrase)
  })
})

const nameOf = (author?: { family: string } | { literal: string }) =>
  author && ('family' in author ? author.family : author.literal)

// First author, how many, year, where it stands, and where it is found.
type Whole = [slug: string, first: string, authors: number, year: number, where: string, found: string | undefined]

// What stands here beyond the references of the founding text.
const beyond: Whole[] = [
  ['unesco-1994', 'UNESCO', 1, 1994, 'UNESCO', 'https://unesdoc.unesco.org/ark:/48223/pf0000098427'],
  [
    'ainscow-2003',
    'Ainscow',
    4,
    2003,
    'European Journal of Special Needs Education 18(2), 227-242',
    '10.1080/0885625032000079005',
  ],
  ['lundy-2007', 'Lundy', 1, 2007, 'British Educational Research Journal 33(6), 927-942', '10.1080/01411920701657033'],
  ['crc-2009', 'Committee on the Rights of the Child', 1, 2009, 'United Nations', 'https://undocs.org/CRC/C/GC/12'],
  ['laluvein-2010', 'Laluvein', 1, 2010, 'International Journal of Inclusive Education 14(1), 35-48', undefined],
  ['wenger-trayner-de-laat-2011', 'Wenger', 3, 2011, 'Ruud de Moor Centrum, Open Universiteit', undefined],
  [
    'crpd-2016',
    'Committee on the Rights of Persons with Disabilities',
    1,
    2016,
    'United Nations',
    'https://undocs.org/CRPD/C/GC/4',
  ],
  [
    'ainscow-2020',
    'Ainscow',
    1,
    2020,
    'Nordic Journal of Studies in Educational Policy 6(1), 7-16',
    '10.1080/20020317.2020.1729587',
  ],
  [
    'brennan-king-2022',
    'Brennan',
    2,
    2022,
    'Cambridge Journal of Education 52(2), 175-193',
    '10.1080/0305764X.2021.1965092',
  ],
  [
    'paulsrud-nilholm-2023',
    'Paulsrud',
    2,
    2023,
    'International Journal of Inclusive Education 27(4), 541-555',
    '10.1080/13603116.2020.1846799',
  ],
]

describe('the references', () => {
  it.each<Whole>([
    ['lave-wenger-1991', 'Lave', 2, 1991, 'Cambridge University Press', '10.1017/CBO9780511815355'],
    ['wenger-1998', 'Wenger', 1, 1998, 'Cambridge University Press', '10.1017/CBO9780511803932'],
    ['wenger-mcdermott-snyder-2002', 'Wenger', 3, 2002, 'Harvard Business School Press', undefined],
    ['mortier-2010', 'Mortier', 5, 2010, 'Educational Studies 36(3), 345-355', '10.1080/03055690903424816'],
    [
      'mortier-2020',
      'Mortier',
      1,
      2020,
      'International Journal of Inclusive Education 24(3), 329-340',
      '10.1080/13603116.2018.1461261',
    ],
    [
      'vandenbroeck-2012',
      'Vandenbroeck',
      1,
      2012,
      'Asia-Pacific Journal of Research in Early Childhood Education 6(1), 1-20',
      'https://www.pecerajournal.com/detail/26922',
    ],
    [
      'wenger-trayner-2015',
      'Wenger-Trayner',
      2,
      2015,
      '',
      'https://www.wenger-trayner.com/introduction-to-communities-of-practice/',
    ],
    ['smith-hayes-shea-2017', 'Smith', 3, 2017, 'Online Learning 21(1), 209-237', '10.24059/olj.v21i1.963'],
    [
      'silveira-maia-2023',
      'Silveira-Maia',
      17,
      2023,
      'Instituto Politécnico do Porto',
      expect.stringContaining('https://proudtoteachall.eu/'),
    ],
    ['silveira-maia-2025', 'Silveira-Maia', 13, 2025, 'Instituto Politécnico do Porto', '10.26537/e.ipp.136'],
    ...beyond,
  ])('%s is whole', (slug, first, authors, year, where, found) => {
    const entry = shelf.find((one) => one.slug === slug)
    if (entry?.kind !== 'reference') throw new Error(`${slug} is no reference`)
    const { csl } = entry
    const stands = csl['container-title']
      ? `${csl['container-title']} ${csl.volume}(${csl.issue}), ${csl.page}`
      : (csl.publisher ?? '')
    expect([nameOf(csl.author[0]), csl.author.length, csl.issued['date-parts'][0][0], stands]).toEqual([
      first,
      authors,
      year,
      where,
    ])
    expect(csl.DOI ?? csl.URL).toEqual(found)
    for (const name of csl.author) if ('given' in name) expect(name.given).toMatch(/^\p{Lu}/u)
  })
})

describe('reading a broken shelf', () => {
  const folder = mkdtempSync(join(tmpdir(), 'shelf-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  const broken = (file: string, content: string) => {
    cpSync(join(import.meta.dirname, 'trust'), join(folder, 'trust'), { recursive: true })
    writeFileSync(join(folder, 'trust', file), content)
    return () => readShelf(folder)
  }

  it('names the file whose front matter is missing, incomplete or not in the form "name: words"', () => {
    expect(broken('sk.md', 'Dôvera')).toThrow(/trust\/sk\.md: no front matter/)
    expect(broken('nl.md', '---\ntitle: Vertrouwen\n---\n\nTekst')).toThrow(/trust\/nl\.md: no summary/)
    expect(broken('pt.md', '---\ntitle\n---\n\nTexto')).toThrow(/trust\/pt\.md: a line of front matter/)
  })

  it('names the card that does not fit', () => {
    expect(broken('entry.json', '{"kind":"poem"}')).toThrow(/trust\/entry\.json: kind/)
  })
})
