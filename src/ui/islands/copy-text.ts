/** Copies a text, such as an invitation link, and says so; without JavaScript its button is not shown. */
import { announce } from './announcer.ts'

/** `<copy-text text="…" done="…" failed="…"><button hidden>` */
export class CopyText extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button')
    if (!button) return
    button.hidden = false
    button.addEventListener('click', () => void this.copy())
  }

  private async copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(this.getAttribute('text') ?? '')
      this.tell(this.getAttribute('done') ?? '')
    } catch {
      this.tell(this.getAttribute('failed') ?? '')
    }
  }

  private tell(words: string): void {
    const shown = this.querySelector('[data-told]')
    if (shown) shown.textContent = words
    announce(words)
  }
}
