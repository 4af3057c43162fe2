/** On the page of words begun: those that lie on this device and nowhere else. */
import { writeLine } from './line.ts'
import { person } from './person.ts'
import { all, type Draft, forget } from './shelf.ts'

/** `<begun-here heading="…" where="…" away="…" untitled="…">` */
class BegunHere extends HTMLElement {
  connectedCallback(): void {
    void this.show()
  }

  private async show(): Promise<void> {
    const drafts = (await all('drafts', person())).filter(({ version }) => version === 0)
    if (drafts.length === 0) return this.replaceChildren()
    const title = document.createElement('h2')
    title.textContent = this.getAttribute('heading') ?? ''
    this.replaceChildren(title, ...drafts.map((draft) => this.card(draft)))
  }

  private card(draft: Draft): HTMLElement {
    const card = document.createElement('article')
    card.className = 'card flow tight'
    const name = document.createElement('h3')
    name.textContent = draft.title || (this.getAttribute('untitled') ?? '')
    const words = draft.fields.filter(({ kind }) => kind === 'text').flatMap(({ values }) => values)
    const typed = document.createElement('p')
    typed.className = 'typed'
    typed.dir = 'auto'
    typed.textContent = words.filter((text) => text.trim()).join('\n\n')
    const acts = document.createElement('p')
    acts.className = 'acts'
    writeLine(acts, '', [
      { says: this.getAttribute('where') ?? '', href: draft.page },
      {
        says: this.getAttribute('away') ?? '',
        does: () => void forget('drafts', draft).then(() => this.show()),
      },
    ])
    card.append(name, typed, acts)
    return card
  }
}

if (!customElements.get('begun-here')) customElements.define('begun-here', BegunHere)
