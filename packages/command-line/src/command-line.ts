import { parseArgs } from 'node:util'
import { DatabaseFault } from '@wayproof/database/database-fault'
import { keepFilesPrivate } from '@wayproof/database/files/private-files'
import { type Locale, nearestLocale } from '@wayproof/kernel/people/locale'
import { VERSION } from '@wayproof/kernel/version'
import type { Messages } from '@wayproof/messages/en'
import { messages } from '@wayproof/messages/messages'
import { columnsOf, terminalLanguage, withCommands } from './environment.ts'
import { Interrupted } from './interruption.ts'
import { nearName } from './near-name.ts'

/** The language of the terminal. */
export const terminalLocale: Locale = nearestLocale(terminalLanguage)
export const words: Messages['commands'] = messages(terminalLocale).commands

/** A wrong call of a command. The message tells the caller why. */
export class Misused extends Error {}

/** A property that the command checks does not hold. The message names it. */
export class Breached extends Error {}

/** The caller asked for help or the version: the message is what to print. */
export class Answered extends Error {}

type Options = NonNullable<Parameters<typeof parseArgs>[0]>['options']

/**
 * Reads the options and at most `most` positional arguments in `args`, by default those of this process. Throws Misused with
 * the usage below the fault, and Answered for `--help` and `--version`, whatever else is there.
 */
export function readArguments<O extends NonNullable<Options>>(
  options: O,
  usage: string,
  most = 0,
  args = process.argv.slice(2),
) {
  answerHelp(usage, args)
  const read = parseAll(options, usage, args)
  const extraArgument = read.positionals[most]
  if (extraArgument) throw new Misused(`${words.faults.unknownOption(extraArgument)}\n${usage}`)
  return read
}

/** Throws Answered if `args` ask for the help or the version. */
export function answerHelp(usage: string, args: readonly string[]): void {
  if (args.includes('--help') || args.includes('-h')) throw new Answered(`${usage}\n\n${words.help.everywhere}`)
  if (args.includes('--version')) throw new Answered(`Wayproof ${VERSION}`)
}

function parseAll<O extends NonNullable<Options>>(options: O, usage: string, args: string[]) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (error) {
    const option = /'(--?[\w-]+)/.exec(String(error))?.[1] ?? ''
    throw new Misused(`${faultOf(option, options)}\n${usage}`)
  }
}

/** The sentence about an option that cannot be read. */
function faultOf(option: string, options: NonNullable<Options>): string {
  const name = option.replace(/^-+/, '')
  if (Object.hasOwn(options, name))
    return options[name]?.type === 'boolean' ? words.faults.noValue(option) : words.faults.optionValue(option)
  const near = nearName(name, [...Object.keys(options), 'help', 'version'])
  return words.faults.unknownOption(option, near && `--${near}`)
}

/** Runs a command to its end. A wrong call or an error becomes a sentence and an exit code. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  keepFilesPrivate()
  try {
    await command()
    process.exit(0)
  } catch (error) {
    if (error instanceof Interrupted) process.exit(INTERRUPTED)
    if (error instanceof Answered) {
      print(process.stdout, error.message)
      process.exit(0)
    }
    print(process.stderr, sentenceOf(error))
    process.exit(error instanceof Misused ? 2 : 1)
  }
}

function print(stream: NodeJS.WriteStream, text: string): void {
  const columns = columnsOf(stream)
  const shown = withCommands(text)
  stream.write(`${columns === null ? shown : wrapText(shown, columns)}\n`)
}

/** The exit code that shells use for a command ended by Ctrl-C. */
const INTERRUPTED = 130

function sentenceOf(error: unknown): string {
  if (error instanceof Misused || error instanceof Breached) return error.message
  if (error instanceof DatabaseFault)
    return words.faults.failed(messages(terminalLocale).databaseFaults[error.code](error.detail))
  return words.faults.failed(error instanceof Error ? error.message : String(error))
}

/**
 * A piece that stays on one line: an option with its value in brackets, a Chinese character with the punctuation after it, and any
 * other run without spaces. A space belongs to the piece before it.
 */
const PIECE = /(?:\[[^\]\s]*(?: [^\]\s]+)*\]|\p{Script=Han}[，。；：、？！）」”]*|[^\s\p{Script=Han}]+) */gu

/** Leading spaces, and the first column of a list: later lines begin below what follows them. */
const INDENT = /^ *(?:\S+ {2,})?/

const WIDE = /[\p{Script=Han}\u3000-\u303f\uff00-\uff60]/u

/** Wraps each line of `text` to `columns` cells of a terminal; a Chinese character takes two. */
export const wrapText = (text: string, columns: number): string =>
  text
    .split('\n')
    .map((line) => wrapLine(line, columns))
    .join('\n')

function wrapLine(line: string, columns: number): string {
  const [indent = ''] = INDENT.exec(line) ?? []
  const margin = ' '.repeat(Math.min(cellsOf(indent), Math.floor(columns / 2)))
  const lines: string[] = []
  let current = indent
  for (const [piece] of line.slice(indent.length).matchAll(PIECE)) {
    const hasText = current.trim() !== ''
    if (hasText && cellsOf(current) + cellsOf(piece.trimEnd()) > columns) {
      lines.push(current.trimEnd())
      current = margin
    }
    current += piece
  }
  return [...lines, current.trimEnd()].join('\n')
}

const cellsOf = (text: string): number =>
  [...text].reduce((cells, character) => cells + (WIDE.test(character) ? 2 : 1), 0)
