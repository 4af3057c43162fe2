/** Keeps the words of one form while somebody writes: on this device at once, on the server calmly, and brings them back. */
import { begunUrls } from '../urls.ts'
import { addressOf, isAbout, isChanged, mayKeep, mayTravel, pageAddress, putBack, wordsOf } from './form-words.ts'
import { lineOf, writeLine } from './line.ts'
import { isShared, moment, newId, person, say } from './person.ts'
import { forgetThere, keepThere, keptThere } from './post.ts'
import { all, type Draft, forget, keepDraft, type Lies } from './shelf.ts'

const SOON_MS = 400
const CALMLY_MS = 4_000

export class Keeper {
  readonly form: HTMLFormElement
  readonly #person = person()
  readonly #shared = isShared()
  #draft: Draft | undefined
  #lies: Lies | undefined
  #soon = 0
  #calmly = 0
  #asked = false
  /** Its person began afresh: what lies elsewhere stays there. */
  #fresh = false
  #writing = Promise.resolve()
  /** On its way to the server, or signed out elsewhere: nothing is written any more. */
  #still = false

  constructor(form: HTMLFormElement) {
    this.form = form
  }

  get draft(): Draft | undefined {
    return this.#draft
  }

  /** Whether something would be lost if the page went now. In memory it outlives a visit, but not the window. */
  isUnsafe(window: boolean): boolean {
    if (!this.form.isConnected || this.#still || !isChanged(this.form)) return false
    if (!mayKeep(this.form)) return true
    // What was typed last is written while the window goes.
    if (this.#lies === 'device') return false
    return window && (this.#soon !== 0 || (this.#draft?.dirty ?? true))
  }

  /** Looks whether words wait for this form: those the page brought, then those of this device. */
  async begin(): Promise<void> {
    if (!mayKeep(this.form)) return
    const brought = this.form.querySelector<HTMLInputElement>('[name=begun]')?.value
    const known = (await all('drafts', this.#person)).filter(
      ({ id, form, fields }) =>
        id === brought || (!brought && form === addressOf(this.form) && isAbout(this.form, fields)),
    )
    const [kept] = known
    if (brought && !kept) this.#adoptBrought(brought)
    // Somebody was faster than this script: their words stay, and become words of their own.
    else if (isChanged(this.form)) this.touched()
    else if (kept) this.#take(kept, brought !== undefined)
  }

  /** The page came with words in it, from the server. */
  #adoptBrought(id: string): void {
    const line = this.form.querySelector<HTMLElement>('[data-begun]')
    const version = Number(line?.dataset.version ?? 0)
    if (version > 0) this.#draft = { ...this.#now(id), version, dirty: false, turn: 0 }
    line?.querySelector('[data-afresh]')?.addEventListener('click', (event) => {
      event.preventDefault()
      this.#afresh()
    })
  }

  #take(kept: Draft, brought: boolean): void {
    const version = Number(this.form.querySelector<HTMLElement>('[data-begun]')?.dataset.version ?? 0)
    this.#draft = version > 0 ? { ...kept, version } : kept
    // What the page brought is as new as what is here, unless this device has written since.
    if (!brought || kept.dirty) putBack(this.form, kept.fields)
    this.#lies = 'device'
    this.#mark()
    this.#tell(kept.kept)
  }

  /** Asked for when somebody comes to the form: words that were begun at another device. */
  async look(): Promise<void> {
    if (this.#asked || this.#fresh || this.#draft || this.#person === '' || !mayKeep(this.form)) return
    this.#asked = true
    const found = (await keptThere(addressOf(this.form))).filter(({ fields }) => isAbout(this.form, fields))
    const [kept] = found
    if (!kept || this.#draft || this.#still || this.#fresh) return
    const at = Date.parse(kept.kept_at)
    if (!isChanged(this.form)) this.#take({ ...kept, person: this.#person, kept: at, dirty: false, turn: 0 }, false)
    else writeLine(lineOf(this.form), say('other'), [{ says: say('see'), href: begunUrls.one({ id: kept.id }) }])
  }

  /** Somebody wrote or chose. */
  touched(): void {
    if (this.#still) return
    if (!mayKeep(this.form)) {
      if (isChanged(this.form)) writeLine(lineOf(this.form), say('nowhere'))
      return
    }
    window.clearTimeout(this.#soon)
    this.#soon = window.setTimeout(() => void this.keep(), SOON_MS)
    if (this.#calmly === 0) this.#calmly = window.setTimeout(() => void this.travel(), CALMLY_MS)
  }

  #now(id: string): Draft {
    return {
      person: this.#person,
      id,
      form: addressOf(this.form),
      page: pageAddress(),
      title: (document.querySelector('main h1')?.textContent ?? '').trim().slice(0, 200),
      fields: wordsOf(this.form),
      kept: Date.now(),
      version: this.#draft?.version ?? 0,
      dirty: true,
      turn: this.#draft?.turn ?? 0,
    }
  }

  /** Writes it on this device, after what is being written. */
  keep(): Promise<void> {
    window.clearTimeout(this.#soon)
    this.#soon = 0
    this.#writing = this.#writing.then(() => this.#write())
    return this.#writing
  }

  async #write(): Promise<void> {
    if (this.#still || (!this.#draft && !isChanged(this.form))) return
    const next = this.#now(this.#draft?.id ?? newId())
    this.#lies = await keepDraft(next, next.turn)
    if (this.#lies === 'elsewhere') {
      // Another window has the same words in hand: these become words of their own, and both stay.
      const own = { ...next, id: newId(), version: 0, turn: 0 }
      this.#lies = await keepDraft(own, 0)
      this.#draft = { ...own, turn: 1 }
    } else this.#draft = { ...next, turn: next.turn + 1 }
    this.#mark()
  }

  /** Brings it to the server. `last` when the page is going. */
  async travel(last = false): Promise<void> {
    window.clearTimeout(this.#calmly)
    this.#calmly = 0
    if (this.#soon !== 0) await this.keep()
    const draft = this.#draft
    if (!draft?.dirty || this.#still || this.#person === '' || navigator.onLine === false) return
    if (!mayTravel(this.form)) {
      if (draft.version === 0) return
      void forgetThere(draft.id)
      this.#draft = { ...draft, version: 0 }
      return this.keep()
    }
    const version = await keepThere(draft, last)
    if (version === undefined || this.#draft?.id !== draft.id) return
    if (version === 'elsewhere') {
      await forget('drafts', draft)
      this.#draft = { ...draft, id: newId(), version: 0, turn: 0 }
      return this.keep().then(() => this.touched())
    }
    const same = this.#draft.turn === draft.turn
    const known = { ...this.#draft, version, dirty: !same }
    const lies = await keepDraft(known, known.turn)
    if (lies !== 'elsewhere') this.#draft = { ...known, turn: known.turn + 1 }
    if (!same) this.touched()
  }

  /** The form says which words it holds, so that the server forgets them with the answer. */
  #mark(): void {
    if (!this.#draft || this.#person === '') return
    const box = this.form.querySelector<HTMLInputElement>('[name=begun]') ?? document.createElement('input')
    Object.assign(box, { type: 'hidden', name: 'begun', value: this.#draft.id })
    if (!box.isConnected) this.form.prepend(box)
  }

  #tell(at: number): void {
    writeLine(lineOf(this.form), say('kept').replace('{at}', moment(at)), [
      { says: say('afresh'), does: () => this.#afresh() },
    ])
  }

  /** Begins afresh; what was there can be brought back until something is typed. */
  #afresh(): void {
    const before = this.#draft
    this.#fresh = true
    this.form.reset()
    // A page that came filled resets to what it was filled with.
    for (const box of this.form.querySelectorAll('textarea')) box.value = ''
    for (const box of this.form.querySelectorAll<HTMLInputElement>('input[type=text]')) box.value = ''
    this.#draft = undefined
    this.form.querySelector('[name=begun]')?.remove()
    if (!before) return
    void forget('drafts', before)
    if (before.version > 0) void forgetThere(before.id)
    const again = { ...before, id: newId(), version: 0, turn: 0, dirty: true }
    writeLine(lineOf(this.form), '', [
      {
        says: say('back'),
        does: () => {
          this.#draft = again
          putBack(this.form, before.fields)
          this.#tell(before.kept)
          this.touched()
        },
      },
    ])
    this.form.querySelector<HTMLElement>('textarea, input[type=text]')?.focus()
  }

  /** It is being sent: what was typed last is kept, and then nothing more is written. */
  sending(): void {
    window.clearTimeout(this.#soon)
    window.clearTimeout(this.#calmly)
    this.#soon = this.#calmly = 0
    if (mayKeep(this.form)) void this.keep()
    this.#writing = this.#writing.then(() => {
      this.#still = true
    })
  }

  /** The server has it: forgotten here, and there too if it was just on its way. */
  async sent(): Promise<void> {
    await this.#writing
    const draft = this.#draft
    this.#draft = undefined
    if (!draft) return
    await forget('drafts', draft)
    if (this.#person !== '' && !this.#shared) void forgetThere(draft.id)
  }

  /** It did not arrive. */
  async notSent(): Promise<void> {
    await this.#writing
    this.#still = false
  }

  /** Signed out in another window: from now on nothing is written. */
  end(): void {
    window.clearTimeout(this.#soon)
    window.clearTimeout(this.#calmly)
    this.#still = true
  }
}
