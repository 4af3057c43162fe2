/** The paths of dialogue: open threads, and what one may do with a voice. */
import { path } from '../../platform/http/path.ts'

export const urls = {
  threads: path('/c/:slug/threads'),
  thread: path('/c/:slug/threads/:id'),
  say: path('/c/:slug/threads/:id/voices'),
  speak: path('/c/:slug/threads/:id/speak'),
  voice: path('/c/:slug/voices/:id'),
  reply: path('/c/:slug/voices/:id/reply'),
  words: path('/c/:slug/voices/:id/words'),
  history: path('/c/:slug/voices/:id/history'),
  audience: path('/c/:slug/voices/:id/audience'),
  undo: path('/c/:slug/voices/:id/undo'),
  withdrawal: path('/c/:slug/voices/:id/withdrawal'),
  readings: path('/c/:slug/voices/:id/readings'),
  learnedFrom: path('/c/:slug/voices/:id/learned-from'),
}

/** The address of a voice, which leads to its place on its page. */
export const voiceUrl = urls.voice

/** The query of a subject's page that asks for a page of its voices, and the anchors on it. */
export const VOICES_PAGE = 'voices'
export const voicesAnchor = 'voices'
export const voiceAnchor = (id: number): string => `voice-${id}`

const asking = (address: string, name: string, value: string | number): string =>
  `${address}${address.includes('?') ? '&' : '?'}${name}=${value}`

/** A page of voices on the page that shows a thread; the first needs no number. */
export const voicesPage = (place: string, page: number): string => (page > 1 ? asking(place, VOICES_PAGE, page) : place)

/** An element of a page, to be redirected to: named twice, because a visit in place loses the fragment. */
export const arrivingAt = (page: string, anchor: string): string => `${asking(page, 'at', anchor)}#${anchor}`

export const apiUrls = {
  threads: path('/api/v1/communities/:slug/threads'),
  thread: path('/api/v1/communities/:slug/threads/:thread'),
  contributions: path('/api/v1/communities/:slug/threads/:thread/contributions'),
  contribution: path('/api/v1/communities/:slug/contributions/:contribution'),
}
