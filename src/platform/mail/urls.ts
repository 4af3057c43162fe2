/** The address by which a mail program ends a kind of letter: it comes from outside, without a sign-in and without a page. */
import { path } from '../http/path.ts'

export const mailUrls = { stop: path('/letters/stop/:token') }

/** Whether a path is one of those: its token alone proves what may be done, so a form may come from anywhere. */
export const endsLetters = (pathname: string): boolean => /^\/letters\/stop\/[\w-]{20,80}$/.test(pathname)
