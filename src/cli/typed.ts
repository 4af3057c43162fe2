/** Reads the options of a verb, and explains in one sentence what cannot be understood. */
import { type ParseArgsConfig, parseArgs } from 'node:util'
import { Misused } from './verb.ts'

type Choices = NonNullable<ParseArgsConfig['options']>
type Typed<C extends Choices> = ReturnType<typeof parseArgs<{ args: string[]; options: C; allowPositionals: true }>>

/** @throws Misused with the first thing that cannot be understood; `verb` is named in it */
export const typed = <const C extends Choices>(verb: string, args: string[], options: C): Typed<C> => {
  try {
    return parseArgs({ args, options, allowPositionals: true })
  } catch (error) {
    const [, what = 'this'] = /'(-*[^'\s]+)/.exec((error as Error).message) ?? []
    const incomplete = (error as NodeJS.ErrnoException).code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE'
    const says = incomplete
      ? `The option ${what} is not complete or has a value too many`
      : `There is no option ${what}`
    throw new Misused(`${says}: ciranda ${verb} --help shows what there is.`)
  }
}
