/** The paths of opening words to the community. */
import { path } from '../../../platform/http/path.ts'

export const urls = {
  wish: path('/c/:slug/voices/:id/wider'),
  wishes: path('/c/:slug/wider'),
  opening: path('/c/:slug/wider/:id/opening'),
  leaving: path('/c/:slug/wider/:id/leaving'),
}
