/** What the application needs of notices: their reader of facts, and the shape of what modules tell. */
export { noticeReader, type Sources } from './notices.ts'
