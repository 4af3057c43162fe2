/** One citation as a style writes it: the work in its own letters, its address as a link. */
import { Fragment } from 'preact'
import type { Piece } from '../pieces.ts'

// A style may end its sentence behind the address.
const ADDRESS = /(https?:\/\/[^\s]*[^\s.,;)\]])/

const Linked = ({ text }: { text: string }) => (
  <>
    {text.split(ADDRESS).map((part, i) =>
      i % 2 === 0 ? (
        <Fragment key={i}>{part}</Fragment>
      ) : (
        <a key={i} href={part} rel="noopener">
          {part}
        </a>
      ),
    )}
  </>
)

/** The pieces in their order. */
export const CitedLine = ({ pieces }: { pieces: readonly Piece[] }) => (
  <p class="library-reference" dir="auto">
    {pieces.map((piece, i) => (piece.cited ? <cite key={i}>{piece.text}</cite> : <Linked key={i} text={piece.text} />))}
  </p>
)
