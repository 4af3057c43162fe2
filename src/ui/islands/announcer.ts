/** The one polite voice of the page: at most one message for each action. */

/** Says a sentence to screen readers. Told a moment later, for a region that changes at once is often missed. */
export const announce = (words: string): void => {
  const region = document.getElementById('announcer')
  if (!region) return
  region.textContent = ''
  window.setTimeout(() => {
    region.textContent = words
  }, 120)
}
