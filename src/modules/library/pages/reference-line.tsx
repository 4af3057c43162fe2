/** One reference as it is cited, with its address as a link. */
import { formatReference, type Reference } from '../citation.ts'

/** Authors and year, the title, where it stands, and the DOI. */
export const ReferenceLine = ({ reference }: { reference: Reference }) => {
  const { before, title, after, href } = formatReference(reference)
  return (
    <p class="library-reference">
      {before} <cite>{title}</cite> {after}{' '}
      {href ? (
        <a href={href} rel="noopener">
          {href.replace(/^https?:\/\/(www\.)?/, '')}
        </a>
      ) : null}
    </p>
  )
}
