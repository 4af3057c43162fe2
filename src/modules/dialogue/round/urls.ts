/** The paths of rounds: holding one, the round itself, and what one does there. */
import { path } from '../../../platform/http/path.ts'

export const urls = {
  hold: path('/c/:slug/threads/:id/rounds'),
  round: path('/c/:slug/rounds/:id'),
  turn: path('/c/:slug/rounds/:id/turn'),
  place: path('/c/:slug/rounds/:id/place'),
  leaving: path('/c/:slug/rounds/:id/leaving'),
  opening: path('/c/:slug/rounds/:id/opening'),
  harvest: path('/c/:slug/rounds/:id/harvest'),
  look: path('/c/:slug/rounds/:id/look'),
  room: path('/c/:slug/rounds/:id/room'),
  guests: path('/c/:slug/rounds/:id/guests'),
  absent: path('/c/:slug/rounds/:id/absent'),
  paper: path('/c/:slug/rounds/:id/paper'),
  them: path('/c/:slug/rounds/:id/them'),
  theirAnswer: path('/c/:slug/rounds/:id/their-answer'),
  link: path('/round/:token'),
}

/** Whether a path is that of a letter's link, where the address itself is the key. */
export const isRoundLink = (address: string): boolean => address.startsWith(urls.link({ token: '' }))

/** The page of a round. */
export const roundUrl = urls.round

export const apiUrls = {
  rounds: path('/api/v1/communities/:slug/rounds'),
  hold: path('/api/v1/communities/:slug/threads/:thread/rounds'),
  round: path('/api/v1/communities/:slug/rounds/:round'),
  turn: path('/api/v1/communities/:slug/rounds/:round/turn'),
  opening: path('/api/v1/communities/:slug/rounds/:round/opening'),
  harvest: path('/api/v1/communities/:slug/rounds/:round/harvest'),
  them: path('/api/v1/communities/:slug/rounds/:round/them'),
  theirAnswer: path('/api/v1/communities/:slug/rounds/:round/their-answer'),
}
