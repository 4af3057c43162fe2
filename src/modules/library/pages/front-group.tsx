/** A group on the front of the library: a heading, why one might read it, and its entries. */
import type { Language } from '../../../platform/words/words.ts'
import type { EntryLine } from '../store.ts'
import { words } from '../words.ts'
import { EntryLink } from './entry-link.tsx'

/** The groups that hold entries of the shelf, in the order of the front. */
export const frontGroups = [
  'concept',
  'dimension',
  'value',
  'element',
  'competence',
  'policy',
  'method',
  'paper',
] as const
/** A group of the front. */
export type FrontGroup = (typeof frontGroups)[number]

/** The name of a group in words. */
export const groupName = (lang: Language, group: FrontGroup): string =>
  words(lang)(group === 'dimension' ? 'front.dimensions' : `front.${group}`)

/** Nothing when the group is empty. */
export const Group = (props: { lang: Language; group: FrontGroup; entries: readonly EntryLine[] }) => {
  const { lang, group, entries } = props
  return entries.length === 0 ? null : (
    <section aria-labelledby={`group-${group}`}>
      <h2 id={`group-${group}`}>{groupName(lang, group)}</h2>
      <p class="muted">{words(lang)(`front.${group}.lead`)}</p>
      <ul
        class={[
          group === 'dimension' || group === 'concept' ? 'library-dimensions' : 'library-group',
          entries.length === 3 ? 'three' : '',
        ]
          .filter(Boolean)
          .join(' ')}
      >
        {entries.map((entry) => (
          <li key={entry.slug}>
            <EntryLink lang={lang} entry={entry} plain />
          </li>
        ))}
      </ul>
    </section>
  )
}
