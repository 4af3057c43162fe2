/** The small files that browsers and search engines ask for by themselves: the icon, and what may be searched. */
import type { Context } from 'hono'

const seats = Array.from({ length: 8 }, (_, i) => {
  const turn = (2 * Math.PI * i) / 8
  const [x, y] = [16 + 11 * Math.sin(turn), 16 - 11 * Math.cos(turn)].map((n) => n.toFixed(2))
  return `<circle cx="${x}" cy="${y}" r="${i === 1 ? 4 : 3}" fill="${i === 1 ? '#a8431f' : '#1f5f5b'}"/>`
}).join('')

const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${seats}</svg>`

/** Where the icon lies. */
export const iconAddress = '/icon.svg'

/** Where search engines ask what they may read. */
export const robotsAddress = '/robots.txt'

/** The ring as an icon. */
export const serveIcon = (c: Context): Response =>
  c.body(icon, 200, { 'content-type': 'image/svg+xml', 'cache-control': 'public, max-age=86400' })

/** Search engines may read the library; a demonstration, whose people are invented, not at all. */
export const serveRobots = (c: Context, demonstration: boolean): Response =>
  c.text(demonstration ? 'User-agent: *\nDisallow: /\n' : 'User-agent: *\nAllow: /library\nAllow: /$\nDisallow: /\n')
