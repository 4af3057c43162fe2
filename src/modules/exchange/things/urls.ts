/** The paths of what people share. */
import { path } from '../../../platform/http/path.ts'

export const urls = {
  things: path('/c/:slug/things'),
  share: path('/c/:slug/things/new'),
  thing: path('/c/:slug/things/:id'),
  /** The bytes of a file, by a key that nobody guesses; whoever knows it still has to be among those who may see it. */
  file: path('/c/:slug/things/files/:key'),
  narrowing: path('/c/:slug/things/:id/narrowing'),
  opening: path('/c/:slug/things/:id/opening'),
  takingBack: path('/c/:slug/things/:id/taking-back'),
  takingDown: path('/c/:slug/things/:id/taking-down'),
}

/** The addresses for programs. */
export const apiUrls = {
  things: path('/api/v1/communities/:slug/things'),
  thing: path('/api/v1/communities/:slug/things/:thing'),
}

const SHARING = new RegExp(`^${urls.share.pattern.replace(':slug', '[^/]+')}$`)

/** Where a form brings a file. */
export const bringsFile = (address: string): boolean => SHARING.test(address)
