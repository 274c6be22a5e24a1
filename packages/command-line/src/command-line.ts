import { parseArgs } from 'node:util'
import { type Locale, nearestLocale } from '@wayproof/kernel'
import { type Messages, messages } from '@wayproof/messages'
import { DatabaseFault, keepFilesPrivate } from '@wayproof/store'
import { terminalLanguage, withCommands } from './environment.ts'
import { Interrupted } from './interruption.ts'

/** The language of the terminal. */
export const terminalLocale: Locale = nearestLocale(terminalLanguage)
export const words: Messages['commands'] = messages(terminalLocale).commands

/** A wrong call of a command. The message tells the caller why. */
export class Misused extends Error {}

/** A property that the command checks does not hold. The message names it. */
export class Breached extends Error {}

type Options = NonNullable<Parameters<typeof parseArgs>[0]>['options']

/**
 * Reads the options and at most `most` positional arguments in `args`, by default those of this process. Throws Misused with
 * the usage below the fault.
 */
export function readArguments<O extends NonNullable<Options>>(options: O, usage: string, most = 0, args?: string[]) {
  const read = parseAll(options, usage, args)
  const extraArgument = read.positionals[most]
  if (extraArgument) throw new Misused(`${words.faults.unknownOption(extraArgument)}\n${usage}`)
  return read
}

function parseAll<O extends NonNullable<Options>>(options: O, usage: string, args?: string[]) {
  try {
    return parseArgs({ ...(args ? { args } : {}), options, allowPositionals: true, strict: true })
  } catch (error) {
    const option = /'(--?[\w-]+)/.exec(String(error))?.[1] ?? ''
    const isKnown = Object.keys(options).includes(option.replace(/^-+/, ''))
    throw new Misused(`${isKnown ? words.faults.optionValue(option) : words.faults.unknownOption(option)}\n${usage}`)
  }
}

/** Runs a command to its end. A wrong call or an error becomes a sentence and an exit code. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  keepFilesPrivate()
  try {
    await command()
    process.exit(0)
  } catch (error) {
    if (error instanceof Interrupted) process.exit(INTERRUPTED)
    process.stderr.write(`${withCommands(sentenceOf(error))}\n`)
    process.exit(error instanceof Misused ? 2 : 1)
  }
}

/** The exit code that shells use for a command ended by Ctrl-C. */
const INTERRUPTED = 130

function sentenceOf(error: unknown): string {
  if (error instanceof Misused || error instanceof Breached) return error.message
  if (error instanceof DatabaseFault)
    return words.faults.failed(messages(terminalLocale).databaseFaults[error.code](error.detail))
  return words.faults.failed(error instanceof Error ? error.message : String(error))
}
