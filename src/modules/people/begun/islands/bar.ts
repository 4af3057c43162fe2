/** The calm bar above a page: that the network is away, and what waits to be sent. Seen by everybody, said once. */
import { announce } from '../../../../ui/islands/announcer.ts'
import { type Press, writeLine } from './line.ts'
import { isShared, person, say } from './person.ts'

interface Told {
  readonly id: string
  readonly says: string
  readonly press?: Press
  /** What follows when its person has seen it. */
  readonly gone?: () => void
}

const bar = (): HTMLElement | null => document.querySelector('kept-words')

const put = (told: Told): void => {
  const there = bar()?.querySelector<HTMLElement>(`[data-told="${CSS.escape(told.id)}"]`)
  const line = there ?? document.createElement('p')
  if (there?.dataset.says === told.says) return
  line.dataset.told = told.id
  line.dataset.says = told.says
  writeLine(line, told.says, told.press ? [told.press] : [])
  if (told.gone) line.querySelector('a')?.addEventListener('click', told.gone)
  if (!there) bar()?.append(line)
  announce(told.says)
}

const drop = (keeps: (id: string) => boolean): void => {
  for (const line of bar()?.querySelectorAll<HTMLElement>('[data-told]') ?? [])
    if (!keeps(line.dataset.told ?? '')) line.remove()
}

/** Says what waits; `besides` what else is there. */
export const tellWaiting = (told: readonly Told[], besides = false): void => {
  if (!besides)
    drop((id) => id === 'away' || id === 'needs' || id.startsWith('sent ') || told.some((one) => one.id === id))
  for (const one of told) put(one)
}

/** Says that the network is away, or nothing any more. */
export const tellNetwork = (): void => {
  if (navigator.onLine !== false) drop((id) => id !== 'away' && id !== 'needs')
  else put({ id: 'away', says: say(isShared() && person() !== '' ? 'awayOpen' : 'away') })
}

/** Says that something cannot be done without the network. */
export const tellNeeds = (): void => put({ id: 'needs', says: say('needs') })
