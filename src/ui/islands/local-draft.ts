/** Keeps what one types on this device until it is sent; only where the page asks for it, never on shared devices. */

const prefix = 'draft:'

/** Forgets every draft, such as when somebody signs out. */
export const forgetDrafts = (): void => {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key)
}

const read = (key: string): Record<string, string> => {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, string>
  } catch {
    return {}
  }
}

/** `<local-draft name="…">` around a form; the name tells the person and the place. */
export class LocalDraft extends HTMLElement {
  private timer = 0

  connectedCallback(): void {
    const kept = read(this.key)
    for (const area of this.areas) {
      const text = kept[area.name]
      if (text && !area.value.trim()) area.value = text
    }
    this.addEventListener('input', this.later)
    this.addEventListener('submit', this.now)
    this.addEventListener('turbo:submit-end', this.sent)
  }

  disconnectedCallback(): void {
    window.clearTimeout(this.timer)
  }

  private get key(): string {
    return `${prefix}${this.getAttribute('name') ?? location.pathname}`
  }

  private get areas(): HTMLTextAreaElement[] {
    return [...this.querySelectorAll('textarea')]
  }

  private later = (): void => {
    window.clearTimeout(this.timer)
    this.timer = window.setTimeout(this.now, 400)
  }

  /** A full device or a private window refuses; then there is simply no draft. */
  private now = (): void => {
    window.clearTimeout(this.timer)
    const texts = Object.fromEntries(
      this.areas.filter((area) => area.value.trim()).map((area) => [area.name, area.value]),
    )
    try {
      if (Object.keys(texts).length > 0) localStorage.setItem(this.key, JSON.stringify(texts))
      else localStorage.removeItem(this.key)
    } catch {
      // A full or forbidden store only means that nothing is kept on this device.
    }
  }

  /** Gone only once the server has it: a failed send keeps the draft. */
  private sent = (event: Event): void => {
    if ((event as CustomEvent<{ success: boolean }>).detail.success) localStorage.removeItem(this.key)
  }
}
