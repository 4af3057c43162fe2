/** The paths of our questions, their try-outs and their reflections. */
import { path } from '../../platform/http/path.ts'

export const urls = {
  challenges: path('/c/:slug/questions'),
  raise: path('/c/:slug/questions/new'),
  challenge: path('/c/:slug/questions/:id'),
  reword: path('/c/:slug/questions/:id/wording'),
  move: path('/c/:slug/questions/:id/stages'),
  answer: path('/c/:slug/questions/:id/answer'),
  takeBack: path('/c/:slug/questions/:id/withdrawal'),
  unknowns: path('/c/:slug/questions/:id/unknowns'),
  unknown: path('/c/:slug/questions/:id/unknowns/:unknown'),
  reopenUnknown: path('/c/:slug/questions/:id/unknowns/:unknown/reopening'),
  takeBackUnknown: path('/c/:slug/questions/:id/unknowns/:unknown/withdrawal'),
  differences: path('/c/:slug/questions/:id/differences'),
  takeBackDifference: path('/c/:slug/questions/:id/differences/:difference/withdrawal'),
  story: path('/c/:slug/questions/:id/story'),
  propose: path('/c/:slug/questions/:id/try-outs/new'),
  tryout: path('/c/:slug/questions/:id/try-outs/:tryout'),
  safe: path('/c/:slug/questions/:id/try-outs/:tryout/safety'),
  start: path('/c/:slug/questions/:id/try-outs/:tryout/beginning'),
  changes: path('/c/:slug/questions/:id/try-outs/:tryout/changes'),
  sightings: path('/c/:slug/questions/:id/try-outs/:tryout/sightings'),
  lookBack: path('/c/:slug/questions/:id/try-outs/:tryout/review'),
  conclude: path('/c/:slug/questions/:id/try-outs/:tryout/conclusion'),
  takeBackTryout: path('/c/:slug/questions/:id/try-outs/:tryout/withdrawal'),
  reflections: path('/c/:slug/questions/:id/reflections'),
  share: path('/c/:slug/questions/:id/reflections/:reflection/circle'),
  removeReflection: path('/c/:slug/questions/:id/reflections/:reflection/removal'),
}

export const apiUrls = {
  challenges: path('/api/v1/communities/:slug/challenges'),
  challenge: path('/api/v1/communities/:slug/challenges/:challenge'),
  tryouts: path('/api/v1/communities/:slug/challenges/:challenge/tryouts'),
  tryout: path('/api/v1/communities/:slug/challenges/:challenge/tryouts/:tryout'),
  moves: path('/api/v1/communities/:slug/challenges/:challenge/tryouts/:tryout/moves'),
  sightings: path('/api/v1/communities/:slug/challenges/:challenge/tryouts/:tryout/sightings'),
}
