/** The address of the stream that tells open pages what is new. */
import { path } from '../http/path.ts'

export const liveUrls = { stream: path('/live') }
