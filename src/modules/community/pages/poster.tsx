/** The poster: one sheet to print, with a QR code that opens the invitation. */
import type { Language } from '../../../platform/words/words.ts'
import { PrintButton } from '../../../ui/copy-button.tsx'
import { Page } from '../../../ui/page.tsx'
import type { Place } from '../../people/contract.ts'
import type { QrSquares } from '../qr.ts'
import { words } from '../words.ts'

/** The code as one path: a square of side 1 for each dark module. */
export const QrCode = ({ squares }: { squares: QrSquares }) => (
  <svg class="qr" viewBox={`-4 -4 ${squares.side + 8} ${squares.side + 8}`} aria-hidden="true">
    <rect class="qr-paper" x={-4} y={-4} width={squares.side + 8} height={squares.side + 8} />
    <path class="qr-ink" d={squares.dark.map(([x, y]) => `M${x} ${y}h1v1h-1z`).join('')} />
  </svg>
)

export const PosterPage = (props: {
  lang: Language
  place: Place
  purpose: string
  link: string
  squares: QrSquares
}) => {
  const t = words(props.lang)
  return (
    <Page title={props.place.name} eyebrow={t('poster.come')} lead={props.purpose} measure="narrow">
      <div class="poster">
        <QrCode squares={props.squares} />
        <p>{t('poster.scan')}</p>
        <p class="poster-link">{props.link}</p>
        <p>{t('poster.who')}</p>
      </div>
      <PrintButton lang={props.lang} />
    </Page>
  )
}
