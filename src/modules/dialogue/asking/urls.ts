/** The paths of asking: a question to somebody, on its page and behind the link of a letter. */
import { path } from '../../../platform/http/path.ts'

export const urls = {
  asks: path('/c/:slug/threads/:id/asks'),
  ask: path('/c/:slug/asks/:id'),
  answer: path('/c/:slug/asks/:id/answer'),
  withdrawal: path('/c/:slug/asks/:id/withdrawal'),
  reopening: path('/c/:slug/asks/:id/reopening'),
  linkEnd: path('/c/:slug/asks/:id/link-end'),
  link: path('/answer/:token'),
  undo: path('/answer/:token/undo'),
}

/** The query of a link's page by which somebody else who is signed in goes on all the same. */
export const GO_ON = 'mine'

/** Whether a path is that of a letter's link, where the address itself is the key. */
export const isAnswerLink = (address: string): boolean => address.startsWith(urls.link({ token: '' }))

/** The page of a question to somebody. */
export const askUrl = urls.ask

/** The page on which one asks somebody; `voice` names the one contribution it is about. */
export const asksUrl = (slug: string, thread: number, voice?: number): string =>
  urls.asks({ slug, id: thread }, { voice })

export const apiUrls = {
  asks: path('/api/v1/communities/:slug/asks'),
  ask: path('/api/v1/communities/:slug/asks/:ask'),
  answer: path('/api/v1/communities/:slug/asks/:ask/answer'),
  pass: path('/api/v1/communities/:slug/asks/:ask/pass'),
}
