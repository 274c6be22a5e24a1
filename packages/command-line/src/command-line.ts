import { parseArgs } from 'node:util'
import { type Locale, nearestLocale } from '@wayproof/kernel'
import { type Messages, messages } from '@wayproof/messages'
import { keepFilesPrivate } from '@wayproof/store'
import { terminalLanguage } from './environment.ts'
import { Interrupted } from './interruption.ts'

/** The language of the terminal. */
export const terminalLocale: Locale = nearestLocale(terminalLanguage)
export const words: Messages['commands'] = messages(terminalLocale).commands

/** The command cannot be run as it was asked for: the sentence that says why. */
export class Misused extends Error {}

/** What the command was to prove does not hold: the sentences that say what. */
export class Breached extends Error {}

type Options = NonNullable<Parameters<typeof parseArgs>[0]>['options']

/** Reads options and places, of this process where no `args` are given. Throws Misused with the usage below it. */
export function readArguments<O extends NonNullable<Options>>(options: O, usage: string, args?: string[]) {
  try {
    return parseArgs({ ...(args ? { args } : {}), options, allowPositionals: true, strict: true })
  } catch (error) {
    const option = /'(--?[\w-]+)/.exec(String(error))?.[1] ?? ''
    const known = Object.keys(options).includes(option.replace(/^-+/, ''))
    throw new Misused(`${known ? words.faults.optionValue(option) : words.faults.unknownOption(option)}\n${usage}`)
  }
}

/** Runs a command to its end: what it was asked wrongly, or what stopped it, becomes a sentence and an exit code. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  keepFilesPrivate()
  try {
    await command()
    process.exit(0)
  } catch (error) {
    if (error instanceof Interrupted) process.exit(INTERRUPTED)
    process.stderr.write(`${sentenceOf(error)}\n`)
    process.exit(error instanceof Misused ? 2 : 1)
  }
}

/** What a shell says of a command that Ctrl-C ended. */
const INTERRUPTED = 130

function sentenceOf(error: unknown): string {
  if (error instanceof Misused || error instanceof Breached) return error.message
  return words.faults.failed(error instanceof Error ? error.message : String(error))
}
