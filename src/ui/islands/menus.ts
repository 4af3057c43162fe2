/** Menus made of `<details data-closes>`: Escape and a press elsewhere close them; they work without this. */

const open = (): HTMLDetailsElement[] => [
  ...document.querySelectorAll<HTMLDetailsElement>('details[data-closes][open]'),
]

const close = (menu: HTMLDetailsElement, refocus: boolean): void => {
  menu.open = false
  if (refocus) menu.querySelector('summary')?.focus()
}

/** Starts listening, once for the life of the window. */
export const watchMenus = (): void => {
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') for (const menu of open()) close(menu, menu.contains(document.activeElement))
  })
  document.addEventListener('click', (event) => {
    for (const menu of open()) if (!menu.contains(event.target as Node)) close(menu, false)
  })
  document.addEventListener('turbo:before-cache', () => {
    for (const menu of open()) close(menu, false)
  })
}
