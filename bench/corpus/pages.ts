/** The pages of a corpus: long texts with headings and links to pages before them. */
import { between, chanceOf, normal } from './chance.ts'
import { communitySlug } from './people.ts'
import { markdown, sentences, tag, title } from './prose.ts'
import { type Shape, tongueOf, writerIn } from './shape.ts'

const BEGUN = Date.UTC(2024, 0, 1)
const DAYS = 600
const DAY_MS = 86_400_000

const communityOf = (shape: Shape, id: number): number =>
  1 + Math.floor(chanceOf(shape.seed, 11, id)() ** 1.5 * shape.communities)
const pathOf = (shape: Shape, id: number): string => `${communitySlug(shape, communityOf(shape, id))}/page-${id}`
const titleOf = (shape: Shape, id: number): string =>
  title(chanceOf(shape.seed, 12, id), shape.lexicons[tongueOf(communityOf(shape, id))])

const bodyOf = (shape: Shape, id: number): string => {
  const chance = chanceOf(shape.seed, 13, id)
  const lexicon = shape.lexicons[tongueOf(communityOf(shape, id))]
  const words = Math.max(200, Math.round(800 + 220 * normal(chance)))
  const sections = between(chance, 4, 8)
  return Array.from({ length: sections }, () => {
    const text = `## ${title(chance, lexicon)}\n\n${markdown(chance, lexicon, Math.round(words / sections))}`
    if (id <= 20 || chance() >= 0.5) return text
    const other = between(chance, 1, id - 1)
    return `${text}\n\n[${titleOf(shape, other)}](/${pathOf(shape, other)})`
  }).join('\n\n')
}

/** Pages, one after the other. */
export function* pageRows(shape: Shape) {
  for (let id = 1; id <= shape.pages; id++) {
    const chance = chanceOf(shape.seed, 14, id)
    const communityId = communityOf(shape, id)
    const lexicon = shape.lexicons[tongueOf(communityId)]
    yield {
      id,
      communityId,
      userId: writerIn(chance, shape, communityId),
      path: pathOf(shape, id),
      title: titleOf(shape, id),
      description: sentences(chance, lexicon, 10),
      tags: [...new Set([tag(chance, lexicon), tag(chance, lexicon)])],
      body: bodyOf(shape, id),
      createdAt: BEGUN + Math.floor((id * DAYS * DAY_MS) / shape.pages),
    }
  }
}
