/** One reference as it is cited, with its address as a link. */
import { formatReference, type Reference } from '../citation.ts'

/** Authors and year, the title, where it stands, and the DOI. */
export const ReferenceLine = ({ reference }: { reference: Reference }) => {
  const { pieces, href } = formatReference(reference)
  return (
    <p class="library-reference">
      {pieces.map((piece, i) => (piece.cited ? <cite key={i}>{piece.text}</cite> : piece.text))}{' '}
      {href ? (
        <a href={href} rel="noopener">
          {href.replace(/^https?:\/\/(www\.)?/, '')}
        </a>
      ) : null}
    </p>
  )
}
