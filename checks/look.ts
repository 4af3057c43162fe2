// Look: stylesheets name tokens and logical sides, so that dark mode, contrast and any script direction simply work.
import type { Finding, Law } from './law.ts'
import type { Tree } from './tree.ts'

const COLOUR = /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|oklch|oklab|lab|lch|hwb)\(/i
const PHYSICAL =
  /(?:^|[\s;{])(?:(?:margin|padding|border)-(?:left|right|top|bottom)\b|(?:left|right|top|bottom)\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right))/i

export const law: Law = {
  name: 'look',
  look: (tree) => {
    const sheets = tree.files.filter((path) => path.startsWith('src/') && path.endsWith('.css'))
    return { findings: sheets.flatMap((path) => inSheet(tree, path)), seen: { stylesheets: sheets.length } }
  },
}

function inSheet(tree: Tree, file: string): Finding[] {
  const mayDefine = file.startsWith('src/ui/')
  return withoutComments(tree.text(file))
    .split('\n')
    .flatMap((text, index) => {
      const defines = mayDefine && /^\s*--/.test(text)
      const colour =
        !defines && COLOUR.test(declared(text))
          ? ['is a colour: define a token in src/ui/tokens.css and use var(--…)']
          : []
      const side = PHYSICAL.test(text)
        ? ['names a physical side: say inline-start/-end, block-start/-end, start/end']
        : []
      return [...colour, ...side].map((says) => ({ file, line: index + 1, says: `${text.trim()} ${says}` }))
    })
}

// `#main {` is a selector, `color: #123` a colour; an address such as url(#arrow) is neither.
function declared(line: string): string {
  return line.replace(/url\([^)]*\)/g, '').match(/:\s*([^;{]*);?\s*$/)?.[1] ?? ''
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, ''))
}
