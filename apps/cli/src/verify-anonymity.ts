import { existsSync } from 'node:fs'
import {
  callersPath,
  callersPlaces,
  Misused,
  readArguments,
  runCommand,
  terminalLocale,
  words,
} from '@wayproof/command-line'
import { systemClock, systemTokens } from '@wayproof/kernel/system'
import { messages } from '@wayproof/messages'
import { attackAnonymity, checkKey, storePlace } from '@wayproof/store'
import { isAnonymous } from '@wayproof/survey'
import { anonymityTable } from './tables/anonymity-table.ts'

// Attacks the stored answers as someone with the file could: `pnpm verify-anonymity [--data FOLDER] [--backup FILE]
// [--json]`.

const options = { data: { type: 'string' }, backup: { type: 'string' }, json: { type: 'boolean' } } as const
const { anonymity } = messages(terminalLocale)

await runCommand(async () => {
  const { values, positionals } = readArguments(options, anonymity.usage)
  if (positionals[0]) throw new Misused(`${words.faults.unknownOption(positionals[0])}\n${anonymity.usage}`)
  const storeFiles = storePlace(values.data === undefined ? callersPlaces() : { DATA_DIR: callersPath(values.data) })
  const file = existingPath(storeFiles.databaseUrl.replace(/^file:/, ''))
  const earlier = values.backup === undefined ? undefined : existingPath(callersPath(values.backup))
  checkKey(storeFiles, systemTokens)
  const waves = attackAnonymity({ file, earlier, now: systemClock.now() })
  const show = values.json ? process.stderr : process.stdout
  show.write(`${anonymityTable(waves, terminalLocale)}\n`)
  if (values.json) process.stdout.write(`${JSON.stringify({ waves })}\n`)
  if (waves.some((wave) => wave.status === 'unlinked' && !isAnonymous(wave))) process.exit(1)
})

function existingPath(file: string): string {
  if (!existsSync(file)) throw new Misused(anonymity.noDatabase(file))
  return file
}
