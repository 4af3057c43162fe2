/** The keyboard of this process: a line that nobody sees while it is typed, or the first line of a pipe. */
import { createInterface } from 'node:readline'
import { StringDecoder } from 'node:string_decoder'
import type { Keyboard } from './verb.ts'

const ENTER = ['\r', '\n', '\u0004']
const ERASE = ['\u0008', '\u007f']
const CTRL_C = '\u0003'

/** What stands on the line after more was typed; `over` says how it ended. Pure. */
export const typedOn = (before: string, more: string): { line: string; over?: 'entered' | 'stopped' } => {
  let line = before
  for (const letter of more) {
    if (letter === CTRL_C) return { line, over: 'stopped' }
    if (ENTER.includes(letter)) return { line, over: 'entered' }
    line = ERASE.includes(letter) ? [...line].slice(0, -1).join('') : line + letter
  }
  return { line }
}

/** @param stop called when Ctrl-C is typed where the terminal would otherwise not hear it */
export const ownKeyboard = (stop: () => void): Keyboard => ({
  hidden: (question) => {
    const { stdin, stderr } = process
    if (!stdin.isTTY) return Promise.resolve(undefined)
    stderr.write(question)
    stdin.setRawMode(true)
    const letters = new StringDecoder('utf8')
    return new Promise((done) => {
      let line = ''
      const hear = (bytes: Buffer) => {
        const typed = typedOn(line, letters.write(bytes))
        line = typed.line
        if (!typed.over) return
        stdin.off('data', hear)
        stdin.setRawMode(false)
        stdin.pause()
        stderr.write('\n')
        if (typed.over === 'stopped') stop()
        done(typed.over === 'stopped' ? undefined : line)
      }
      stdin.on('data', hear)
      stdin.resume()
    })
  },
  line: async () => {
    for await (const line of createInterface({ input: process.stdin })) return line
    return ''
  },
})
