/** The paths of a community's rhythm. */
import { path } from '../../../platform/http/path.ts'

export const rhythmUrls = {
  rhythm: path('/c/:slug/rhythm'),
  proposals: path('/c/:slug/rhythm/proposals'),
  answers: path('/c/:slug/rhythm/proposals/:proposal/answers'),
  conclusion: path('/c/:slug/rhythm/proposals/:proposal/conclusion'),
  takingBack: path('/c/:slug/rhythm/proposals/:proposal/taking-back'),
  farewells: path('/c/:slug/rhythm/farewells'),
  moves: path('/c/:slug/rhythm/moves'),
  goingOn: path('/c/:slug/rhythm/going-on'),
  handovers: path('/c/:slug/rhythm/handovers'),
  handover: path('/c/:slug/rhythm/handovers/:handover'),
}
