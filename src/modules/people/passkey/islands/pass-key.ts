/** Asks a device for a passkey and sends what it answered; the part that speaks with devices is loaded only here. */
import { announce } from '../../../../ui/islands/announcer.ts'

/** `<pass-key ask="…" does="make|show" stopped="…" failed="…" known="…">` around a form with a field `answer`. */
export class PassKey extends HTMLElement {
  private asking = false

  connectedCallback(): void {
    const form = this.querySelector('form')
    const can = 'PublicKeyCredential' in window
    this.reveal(can ? '[data-can]' : '[data-cannot]')
    if (!form || !can) return
    // Fetched before it is wanted: a browser gives only a moment between the press and the question.
    const device = import('./device.ts')
    form.addEventListener('submit', (event) => {
      event.preventDefault()
      if (this.asking) return
      this.asking = true
      void this.answer(form, device).finally(() => {
        this.asking = false
      })
    })
  }

  private reveal(part: string): void {
    const shown = this.querySelector<HTMLElement>(part)
    if (shown) shown.hidden = false
  }

  private async answer(form: HTMLFormElement, device: Promise<typeof import('./device.ts')>): Promise<void> {
    const field = form.elements.namedItem('answer')
    if (!(field instanceof HTMLInputElement)) return
    try {
      const { askDevice } = await device
      field.value = await askDevice(this.getAttribute('ask') ?? '', this.getAttribute('does') === 'make')
      form.submit()
    } catch (error) {
      const name = error instanceof Error ? error.name : ''
      const told = name === 'InvalidStateError' ? 'known' : /NotAllowed|Abort/.test(name) ? 'stopped' : 'failed'
      this.tell(this.getAttribute(told) ?? '')
    }
  }

  private tell(words: string): void {
    const shown = this.querySelector<HTMLElement>('[data-told]')
    if (!shown) return
    shown.textContent = words
    shown.hidden = false
    announce(words)
  }
}
