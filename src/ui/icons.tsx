/** The icons: our own strokes on a 24 px grid, always silent, for a word stands beside each. */
import { still } from '../platform/http/kept-parts.ts'

const strokes = {
  home: 'M4 11l8-7 8 7v8a1 1 0 0 1-1 1h-4v-6H9v6H5a1 1 0 0 1-1-1z',
  question:
    'M12 21a9 9 0 1 0-7.8-4.5L3.4 20.6l4.1-.8A9 9 0 0 0 12 21zM9.6 9.6a2.5 2.5 0 1 1 3.6 2.2c-.8.4-1.2 1-1.2 1.9M12 16.7h.01',
  library: 'M5 4v16M9 4v16M5 4h4M5 20h4M9 7h4v13H9M15.4 7.2l3-.8 3 13-3 .7z',
  people:
    'M9 11.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c.4-3.6 3-5.5 6.5-5.5s6.1 1.9 6.5 5.500M16 4.900a3.5 3.5 0 0 1 0 6.200M18 15c2 .7 3.2 2.3 3.5 5',
  plus: 'M12 5v14M5 12h14',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16.2 16.200L21 21',
  lock: 'M6 11h12a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-7a1 1 0 0 1 1-1zM8 11V8a4 4 0 0 1 8 0v3',
  hand: 'M7 12V6a1.5 1.5 0 0 1 3 0v5M10 11V4.500a1.5 1.5 0 0 1 3 0V11M13 11V5.500a1.5 1.5 0 0 1 3 0V13M16 9.500a1.5 1.5 0 0 1 3 0V15a6 6 0 0 1-6 6h-1a6 6 0 0 1-5-2.700L4.3 14a1.5 1.5 0 0 1 2.4-1.800L8 14',
  pen: 'M4 20l.8-4L16.5 4.300a1.5 1.5 0 0 1 2.1 0l1.1 1.100a1.5 1.5 0 0 1 0 2.100L8 19.200zM14 7l3 3',
  calendar: 'M5 5h14a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1H5a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM4 10h16M8.5 3v4M15.5 3v4',
  book: 'M12 6.500C10 5 7 4.5 3.5 4.500v14c3.5 0 6.5.5 8.5 2 2-1.5 5-2 8.5-2v-14C17 4.5 14 5 12 6.500zM12 6.500v14',
  print: 'M7 9V4h10v5M7 17H5a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1h14a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-2M7 14h10v6H7z',
  check: 'M5 12.500l4.5 4.500L19 7.5',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  back: 'M19 12H5M11 6l-6 6 6 6',
  down: 'M6 9l6 6 6-6',
  more: 'M5 7h14M5 12h14M5 17h14',
  me: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.500c.6-4 3.5-6 7.5-6s6.9 2 7.5 6',
  help: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM9.6 9.600a2.5 2.5 0 1 1 3.6 2.200c-.8.4-1.2 1-1.2 1.900M12 16.700h.01',
  globe:
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM3 12h18M12 3c2.5 2.6 3.8 5.6 3.8 9s-1.3 6.4-3.8 9c-2.5-2.6-3.8-5.6-3.8-9S9.5 5.6 12 3z',
  info: 'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 11v5.500M12 7.500h.01',
  warning: 'M12 4l9 16H3zM12 10v4.500M12 17.200h.01',
  mail: 'M4 6h16v12H4zM4 7l8 6 8-6',
  link: 'M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.7-5.700L12 7M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.7 5.700L12 17',
  reply: 'M9 7L4 12l5 5M4 12h9a7 7 0 0 1 7 7',
} as const

/** The names of the icons. */
export type IconName = keyof typeof strokes

const turning: readonly IconName[] = ['arrow', 'back', 'reply']

const draw = (name: IconName) =>
  still(() => (
    <svg
      class={turning.includes(name) ? 'icon turns' : 'icon'}
      viewBox="0 0 24 24"
      aria-hidden="true"
      focusable="false"
    >
      <path d={strokes[name]} />
    </svg>
  ))
const drawn = new Map((Object.keys(strokes) as IconName[]).map((name) => [name, draw(name)]))

/** One icon; it turns round in languages written from right to left when it points somewhere. */
export const Icon = ({ name }: { name: IconName }) => drawn.get(name)?.() ?? null
