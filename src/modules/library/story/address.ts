/** Makes the address of a story: words of its title and its number, the same for ever. */
import { fold } from '../../../platform/search/folding.ts'
import type { StoryId } from '../contract.ts'

/** “He chose the page” and 12 give `he-chose-the-page-12`; a title without letters gives `story-12`. */
export const storySlug = (title: string, id: StoryId): string => {
  const words = fold(title)
    .replace(/['’ʼ]/g, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  let slug = ''
  for (const word of words) {
    if (slug.length + word.length > 60) break
    slug = slug ? `${slug}-${word}` : word
  }
  return `${slug || 'story'}-${id}`
}
