/** Files that were made, kept while there is room: an entry's file changes only with its text. */

/** A memory of files by what they are made of. Whoever asks while one is being made waits for the same one. */
export class MadeFiles {
  readonly #files = new Map<string, Promise<Buffer>>()
  readonly #most: number
  #bytes = 0

  /** @param most how many bytes are kept */
  constructor(most: number) {
    this.#most = most
  }

  /**
   * The file that `make` makes, made when its key is not known; one that cannot be made is not kept.
   * @param key everything the file is made of
   */
  async file(key: string, make: () => Promise<Buffer>): Promise<Buffer> {
    const known = this.#files.get(key)
    if (known) {
      // What was asked for last is forgotten last.
      this.#files.delete(key)
      this.#files.set(key, known)
      return known
    }
    const made = make()
    this.#files.set(key, made)
    try {
      this.#bytes += (await made).length
    } catch (trouble) {
      this.#files.delete(key)
      throw trouble
    }
    await this.#forget(key)
    return made
  }

  async #forget(latest: string): Promise<void> {
    for (const [key, file] of this.#files) {
      if (this.#bytes <= this.#most) return
      if (key === latest) continue
      this.#files.delete(key)
      this.#bytes -= (await file.catch(() => Buffer.alloc(0))).length
    }
  }
}
