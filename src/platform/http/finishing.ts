/** Last touches to a page between being rendered and being sent, by whoever stands around its route. */
import type { Context } from 'hono'

type Finish = (html: string) => string

const touches = new WeakMap<Context, Finish>()

/** Lets `finish` have the text of the page that answers this request; the last who asks has it. */
export const finishWith = (c: Context, finish: Finish): void => void touches.set(c, finish)

/** The page with its last touch. */
export const finished = (c: Context, page: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> => {
  const finish = touches.get(c)
  return finish ? Buffer.from(finish(page.toString())) : page
}
