/** Prints the page; without JavaScript its button is not shown, and the browser's own menu does it. */

/** `<print-page><button hidden>` */
export class PrintPage extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button')
    if (!button) return
    button.hidden = false
    button.addEventListener('click', () => window.print())
  }
}
