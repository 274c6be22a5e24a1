import { existsSync } from 'node:fs'
import {
  callersPath,
  callersPlaces,
  databaseFile,
  existingDatabase,
  Misused,
  readArguments,
  runCommand,
  terminalLocale,
  words,
} from '@wayproof/command-line'
import { systemClock, systemTokens } from '@wayproof/kernel/system'
import { messages } from '@wayproof/messages'
import { attackAnonymity, attackServer, checkKey, type StorePlace, storePlace } from '@wayproof/store'
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
  const database = existingDatabase(storeFiles)
  const earlier = values.backup === undefined ? undefined : existingPath(callersPath(values.backup))
  if (earlier !== undefined) databaseFile(storeFiles)
  const { waves, warnings } =
    database.engine === 'postgresql'
      ? await attackServer(database, systemClock.now())
      : await attackFile(storeFiles, database.file, earlier)
  const show = values.json ? process.stderr : process.stdout
  const lines = warnings.map((warning) => anonymity.serverWarnings[warning])
  show.write(`${[anonymityTable(waves, terminalLocale), ...lines].join('\n')}\n`)
  if (values.json) process.stdout.write(`${JSON.stringify({ waves, warnings })}\n`)
  if (waves.some((wave) => wave.status === 'unlinked' && !isAnonymous(wave))) process.exit(1)
})

async function attackFile(
  storeFiles: StorePlace,
  file: string,
  earlier: string | undefined,
): ReturnType<typeof attackServer> {
  await checkKey(storeFiles, systemTokens)
  return { waves: attackAnonymity({ file, earlier, now: systemClock.now() }), warnings: [] }
}

function existingPath(file: string): string {
  if (!existsSync(file)) throw new Misused(anonymity.noDatabase(file))
  return file
}
