/** Covering faces in a picture before it leaves the device: by pointer, by keys, by buttons; only what is seen is sent. */
import { announce } from '../../../../ui/islands/announcer.ts'
import { type Cover, grows, keyed, moved, newCover, sized } from './cover.ts'
import { asFile, draw, type Opened, opened } from './picture-maker.ts'

/** `<cover-faces cover="Cover {n}" where="…">` around a file field and a `[data-editor]` with canvas and buttons. */
export class CoverFaces extends HTMLElement {
  #picture: Opened | undefined
  #covers: Cover[] = []
  #held = 0
  #making: Promise<void> = Promise.resolve()
  #ready = true
  #chosen = 0
  #made = 0

  connectedCallback(): void {
    const field = this.querySelector<HTMLInputElement>('input[type=file]')
    if (!field || !('createImageBitmap' in window) || !('DataTransfer' in window)) return
    field.addEventListener('change', () => void this.#open(field))
    for (const button of this.querySelectorAll<HTMLButtonElement>('[data-does]'))
      button.addEventListener('click', () => this.#press(button.dataset.does ?? ''))
    field.form?.addEventListener('submit', this.#beforeSending, { capture: true })
  }

  disconnectedCallback(): void {
    this.#field?.form?.removeEventListener('submit', this.#beforeSending, { capture: true })
  }

  get #field(): HTMLInputElement | null {
    return this.querySelector('input[type=file]')
  }
  get #canvas(): HTMLCanvasElement | null {
    return this.querySelector('canvas')
  }
  get #stage(): HTMLElement | null {
    return this.querySelector('[data-stage]')
  }

  // Sent too early, it waits for the picture and then goes by itself.
  #beforeSending = (event: SubmitEvent): void => {
    if (this.#ready) return
    event.preventDefault()
    event.stopImmediatePropagation()
    const { submitter } = event
    void this.#making.then(() => this.#field?.form?.requestSubmit(submitter))
  }

  async #open(field: HTMLInputElement): Promise<void> {
    const file = field.files?.[0]
    const chosen = ++this.#chosen
    const picture = file?.type.startsWith('image/') ? await opened(file) : undefined
    if (chosen !== this.#chosen) return
    this.#picture = picture
    this.#covers = []
    this.#held = 0
    const editor = this.querySelector<HTMLElement>('[data-editor]')
    if (editor) editor.hidden = !picture
    if (!picture) return
    this.#show()
    announce(this.getAttribute('opened') ?? '')
  }

  #press(does: string): void {
    if (!this.#picture) return
    if (does === 'add') {
      this.#covers.push(newCover(this.#picture.width, this.#picture.height))
      this.#held = this.#covers.length - 1
      this.#show()
      this.#handle(this.#held)?.focus()
      this.#say()
      return
    }
    const cover = this.#covers[this.#held]
    if (!cover) return
    if (does === 'larger') this.#put(sized(cover, grows))
    if (does === 'smaller') this.#put(sized(cover, 1 / grows))
    if (does === 'away') this.#put(undefined)
  }

  #put(cover: Cover | undefined): void {
    if (cover) this.#covers[this.#held] = cover
    else {
      this.#covers.splice(this.#held, 1)
      this.#held = Math.max(0, this.#held - 1)
    }
    this.#show()
    if (cover) this.#say()
    else (this.#handle(this.#held) ?? this.querySelector<HTMLElement>('[data-does=add]'))?.focus()
  }

  /** Draws it, lays a handle over each cover, and makes the file that is sent. */
  #show(dragging = false): void {
    const canvas = this.#canvas
    const stage = this.#stage
    if (!canvas || !stage || !this.#picture) return
    draw(canvas, this.#picture, this.#covers)
    const handles = [...stage.querySelectorAll<HTMLButtonElement>('.cover')]
    for (const handle of handles.slice(this.#covers.length)) handle.remove()
    for (const [n, cover] of this.#covers.entries()) this.#lay(handles[n] ?? this.#newHandle(stage, n), cover)
    for (const one of this.querySelectorAll<HTMLElement>('[data-does]'))
      if (one.dataset.does !== 'add') one.hidden = this.#covers.length === 0
    // While one is dragged, the file waits for the end of it.
    if (dragging) return
    const made = ++this.#made
    this.#ready = false
    this.#making = this.#making.then(() => (made === this.#made ? this.#make(canvas) : undefined))
  }

  async #make(canvas: HTMLCanvasElement): Promise<void> {
    const file = await asFile(canvas)
    const field = this.#field
    if (file && field && this.#picture) {
      const carried = new DataTransfer()
      carried.items.add(file)
      field.files = carried.files
    }
    this.#ready = true
  }

  #lay(handle: HTMLElement, { x, y, w, h }: Cover): void {
    handle.style.insetInlineStart = 'auto'
    handle.style.left = `${(x - w / 2) * 100}%`
    handle.style.top = `${(y - h / 2) * 100}%`
    handle.style.width = `${w * 100}%`
    handle.style.height = `${h * 100}%`
  }

  #newHandle(stage: HTMLElement, n: number): HTMLButtonElement {
    const handle = document.createElement('button')
    handle.type = 'button'
    handle.className = 'cover'
    handle.setAttribute('aria-label', (this.getAttribute('cover') ?? '').replace('{n}', String(n + 1)))
    handle.addEventListener('focus', () => {
      this.#held = n
    })
    handle.addEventListener('keydown', (event) => {
      const cover = this.#covers[n]
      if (!cover || event.ctrlKey || event.metaKey || event.altKey) return
      const next = keyed(cover, event.key, event.shiftKey)
      if (next === cover) return
      event.preventDefault()
      this.#held = n
      this.#put(next)
    })
    handle.addEventListener('pointerdown', (event) => {
      handle.setPointerCapture(event.pointerId)
      handle.focus()
    })
    handle.addEventListener('pointermove', (event) => {
      const cover = this.#covers[n]
      if (!cover || !handle.hasPointerCapture(event.pointerId)) return
      const { width, height } = stage.getBoundingClientRect()
      this.#held = n
      this.#covers[n] = moved(cover, event.movementX / width, event.movementY / height)
      this.#show(true)
    })
    handle.addEventListener('pointerup', () => this.#show())
    stage.append(handle)
    return handle
  }

  #handle(n: number): HTMLElement | undefined {
    return [...(this.#stage?.querySelectorAll<HTMLElement>('.cover') ?? [])][n]
  }

  #say(): void {
    const cover = this.#covers[this.#held]
    if (!cover) return
    const where = this.getAttribute('where') ?? ''
    const percent = (part: number) => String(Math.round(part * 100))
    announce(where.replace('{x}', percent(cover.x)).replace('{y}', percent(cover.y)))
  }
}
