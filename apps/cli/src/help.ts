import { Answered, answerHelp, Misused, readArguments, runCommand, words } from '@wayproof/command-line/command-line'
import { nearName } from '@wayproof/command-line/near-name'
import { RELEASED_APPS, RELEASED_COMMANDS } from '@wayproof/command-line/released-commands'

// The help of a release, and the faults of its apps' options and of unknown names: the script `wayproof` runs it for what it
// cannot start.

const { help, faults } = words
const ALIVE = 'alive'
const names = [...RELEASED_COMMANDS, ...RELEASED_APPS, ALIVE] as const

const width = Math.max(...names.map(({ length }) => length))
const list = names.map((name) => `  ${name.padEnd(width)}  ${help.purposes[name]}`)
const overview = [help.usage, '', ...list, '', help.more].join('\n')

await runCommand(async () => {
  const [name, ...args] = process.argv.slice(2)
  if (name === undefined) throw new Misused(overview)
  if (name.startsWith('-')) {
    if (name === '--help' || name === '-h') throw new Answered(overview)
    answerHelp(overview, [name])
    throw new Misused(`${faults.unknownOption(name, nearOption(name))}\n${help.usage}`)
  }
  if (name === ALIVE) {
    readArguments({}, help.usageAlive, 1, args)
    throw new Misused(help.usageAlive)
  }
  if (RELEASED_APPS.some((app) => app === name))
    readArguments({ new: { type: 'boolean' } }, help.usageApp(name), 0, args)
  throw new Misused(`${help.unknownCommand(name, nearName(name, names))}\n${help.more}`)
})

function nearOption(name: string): string | null {
  const near = nearName(name.replace(/^-+/, ''), ['help', 'version'])
  return near && `--${near}`
}
