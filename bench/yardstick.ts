// Always the same work, of the kind that pages are: prints the CPU milliseconds that it took on this machine just now.
const rows = Array.from({ length: 200 }, (_, id) => ({
  id,
  name: `Person ${id}`,
  html: `<p>${'a few words '.repeat(20)}</p>`,
}))

const work = (): number => {
  let letters = 0
  for (let n = 0; n < 60; n++) {
    const read = JSON.parse(JSON.stringify(rows)) as typeof rows
    const page = read.map(({ id, name, html }) => `<li id="voice-${id}">${name.replaceAll('&', '&amp;')}${html}</li>`)
    letters += Buffer.from(page.join('')).length
  }
  return letters
}

const taken = Array.from({ length: 9 }, () => {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}).sort((one, other) => one - other)
process.stdout.write(`${taken[4]?.toFixed(2)}\n`)
