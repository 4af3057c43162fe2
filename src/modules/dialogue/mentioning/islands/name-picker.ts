/** Offers names below a field while somebody is called in it: a list for pointer, keys and screen readers that moves nothing. */
import { announce } from '../../../../ui/islands/announcer.ts'
import { offered, type Typing, typingAt } from './call.ts'

/** `<name-picker names="/c/…/names" label="Names" single="…" many="…"><textarea></name-picker>` */
export class NamePicker extends HTMLElement {
  #known = new Map<string, Promise<readonly string[]>>()
  #list: HTMLElement | undefined
  #typing: Typing | undefined
  #at = -1
  #asked = 0

  connectedCallback(): void {
    const field = this.#field
    if (!field) return
    field.setAttribute('aria-autocomplete', 'list')
    field.addEventListener('input', () => void this.#look())
    field.addEventListener('click', () => void this.#look())
    field.addEventListener('keydown', (event) => this.#key(event))
    field.addEventListener('blur', () => this.#close())
  }

  disconnectedCallback(): void {
    this.#close()
  }

  get #field(): HTMLTextAreaElement | null {
    return this.querySelector('textarea')
  }

  /** Who will see it, as it is chosen now. */
  get #circle(): string {
    const form = this.closest('form')
    const chosen = form && new FormData(form).get('audience')
    return typeof chosen === 'string' ? chosen : (this.getAttribute('circle') ?? '')
  }

  #names(): Promise<readonly string[]> {
    const circle = this.#circle
    const known = this.#known.get(circle)
    if (known) return known
    const address = `${this.getAttribute('names')}?audience=${encodeURIComponent(circle)}`
    const asked = fetch(address)
      .then((answer) => (answer.ok && !answer.redirected ? (answer.json() as Promise<string[]>) : []))
      .catch(() => {
        this.#known.delete(circle)
        return []
      })
    this.#known.set(circle, asked)
    return asked
  }

  async #look(): Promise<void> {
    const field = this.#field
    const now = ++this.#asked
    const typing = field && field.selectionStart === field.selectionEnd && typingAt(field.value, field.selectionStart)
    if (!typing) return this.#close()
    const names = await this.#names()
    // Typed on meanwhile, or gone elsewhere.
    if (now !== this.#asked || document.activeElement !== field) return
    const fits = offered(names, typing.name)
    if (fits.length === 0) return this.#close()
    this.#typing = typing
    this.#open(fits)
  }

  #open(names: readonly string[]): void {
    const field = this.#field
    if (!field) return
    const before = [...(this.#list?.children ?? [])].map((one) => one.textContent).join('\n')
    if (this.#list && before === names.join('\n')) return
    const fresh = !this.#list
    this.#list ??= this.#made(field)
    this.#list.replaceChildren(
      ...names.map((name, i) => {
        const option = document.createElement('li')
        option.id = `${field.id}-name-${i}`
        option.setAttribute('role', 'option')
        option.textContent = name
        // The field keeps the focus.
        option.addEventListener('pointerdown', (event) => event.preventDefault())
        option.addEventListener('click', () => this.#choose(name))
        return option
      }),
    )
    this.#mark(this.#typing?.name ? 0 : -1)
    const says = names.length === 1 ? this.getAttribute('single') : this.getAttribute('many')
    if (fresh || before.split('\n').length !== names.length) announce((says ?? '').replace('%n', String(names.length)))
  }

  #made(field: HTMLTextAreaElement): HTMLElement {
    const list = document.createElement('ul')
    list.id = `${field.id}-names`
    list.className = 'name-list'
    list.setAttribute('role', 'listbox')
    list.setAttribute('aria-label', this.getAttribute('label') ?? '')
    field.after(list)
    field.setAttribute('aria-controls', list.id)
    return list
  }

  #mark(at: number): void {
    this.#at = at
    const options = [...(this.#list?.children ?? [])]
    options.forEach((option, i) => void option.setAttribute('aria-selected', String(i === at)))
    const active = options[at]
    if (active) this.#field?.setAttribute('aria-activedescendant', active.id)
    else this.#field?.removeAttribute('aria-activedescendant')
  }

  #key(event: KeyboardEvent): void {
    const options = [...(this.#list?.children ?? [])]
    if (options.length === 0 || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const { key } = event
    if (key === 'ArrowDown') this.#mark((this.#at + 1) % options.length)
    else if (key === 'ArrowUp') this.#mark(this.#at <= 0 ? options.length - 1 : this.#at - 1)
    else if ((key === 'Enter' || key === 'Tab') && !event.shiftKey && this.#at >= 0)
      this.#choose(options[this.#at]?.textContent ?? '')
    else if (key === 'Escape') this.#close()
    else {
      // The caret goes elsewhere: the list is for where one writes.
      if (['ArrowLeft', 'ArrowRight', 'Home', 'End', 'Tab'].includes(key)) this.#close()
      return
    }
    event.preventDefault()
  }

  #choose(name: string): void {
    const field = this.#field
    const typing = this.#typing
    if (!field || !typing) return
    field.focus()
    const after = field.value.slice(field.selectionStart)
    field.setRangeText(`@${name}${/^\s/.test(after) ? '' : ' '}`, typing.from, field.selectionStart, 'end')
    this.#close()
    // Whoever keeps what is typed hears of it.
    field.dispatchEvent(new InputEvent('input', { bubbles: true }))
  }

  #close(): void {
    this.#list?.remove()
    this.#list = undefined
    this.#typing = undefined
    this.#at = -1
    for (const name of ['aria-controls', 'aria-activedescendant']) this.#field?.removeAttribute(name)
  }
}
