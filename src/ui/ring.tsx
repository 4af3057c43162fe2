/** The ring, our one ornament: seats in a circle, told by size and shape as well as by colour. */
import type { Language } from '../platform/words/words.ts'
import { words } from './words.ts'

/** What a seat of the ring shows. */
export type Seat = 'heard' | 'passed' | 'now' | 'waiting'

const sizes = { small: 40, middle: 84, large: 168 } as const

/** Where seat `i` of `all` stands on a circle; the first is at the top, the round goes with the clock. */
const placeOf = (i: number, all: number, centre: number, radius: number) => {
  const turn = (2 * Math.PI * i) / all
  const fixed = (n: number) => Number(n.toFixed(2))
  return { cx: fixed(centre + radius * Math.sin(turn)), cy: fixed(centre - radius * Math.cos(turn)) }
}

const share = { heard: 1, passed: 0.9, now: 1.2, waiting: 0.55 } as const

/** A round at a glance. `label` replaces the counted words; `silent` when the words stand beside it. */
export const Ring = (props: {
  lang: Language
  seats: readonly Seat[]
  size?: keyof typeof sizes
  label?: string
  silent?: boolean
}) => {
  const { seats, size = 'middle' } = props
  const side = sizes[size]
  const centre = side / 2
  const dot = Math.min(side / 14, (side * 1.05) / Math.max(seats.length, 1))
  const radius = centre - dot * 2
  const count = (state: Seat) => seats.filter((seat) => seat === state).length
  const said =
    props.label ??
    words(props.lang)('ring', {
      heard: count('heard'),
      passed: count('passed'),
      now: count('now'),
      waiting: count('waiting'),
    })
  return (
    <svg
      class="ring"
      width={side}
      height={side}
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={said}
      aria-hidden={props.silent ? 'true' : undefined}
    >
      <circle class="circle" cx={centre} cy={centre} r={radius} />
      {seats.map((seat, i) => {
        const place = placeOf(i, seats.length, centre, radius)
        return (
          <g key={i}>
            <circle class={seat} {...place} r={dot * share[seat]} />
            {seat === 'now' ? <circle class="halo" {...place} r={dot * 1.85} /> : null}
          </g>
        )
      })}
    </svg>
  )
}

/** The mark of the product: eight seats, one of them speaking. */
export const RingMark = () => (
  <svg class="ring" width={36} height={36} viewBox="0 0 36 36" aria-hidden="true">
    <circle class="circle" cx={18} cy={18} r={13} />
    {Array.from({ length: 8 }, (_, i) => (
      <circle key={i} class={i === 1 ? 'now' : 'heard'} {...placeOf(i, 8, 18, 13)} r={i === 1 ? 3.9 : 3} />
    ))}
  </svg>
)

/** A ring nobody sits in yet: an invitation, not a lack. */
export const EmptyRing = () => (
  <svg class="ring" width={96} height={96} viewBox="0 0 96 96" aria-hidden="true">
    <circle class="circle" cx={48} cy={48} r={36} />
    {Array.from({ length: 8 }, (_, i) => (
      <circle key={i} class="hollow" {...placeOf(i, 8, 48, 36)} r={6.5} />
    ))}
  </svg>
)
