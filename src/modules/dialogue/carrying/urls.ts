/** The paths of what an adult says for somebody. */
import { path } from '../../../platform/http/path.ts'

export const urls = {
  give: path('/c/:slug/threads/:id/say-it-for-me'),
  all: path('/c/:slug/said-for'),
  one: path('/c/:slug/said-for/:id'),
  saying: path('/c/:slug/said-for/:id/saying'),
  no: path('/c/:slug/said-for/:id/no'),
  takingOver: path('/c/:slug/said-for/:id/taking-over'),
  withdrawal: path('/c/:slug/said-for/:id/withdrawal'),
}
