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
import { messages } from '@wayproof/messages'
import { RULES, verifySeals } from '@wayproof/scorecard'
import { openForVerifying, storePlace } from '@wayproof/store'
import { sealTable } from './tables/seal-table.ts'

// Recomputes the chain of seals, and compares it with a printed code: `pnpm verify [--seal CODE] [--data FOLDER]
// [--json]`.

const options = { data: { type: 'string' }, seal: { type: 'string' }, json: { type: 'boolean' } } as const
const { anonymity, closing } = messages(terminalLocale)

await runCommand(async () => {
  const { values, positionals } = readArguments(options, closing.verify.usage)
  if (positionals[0]) throw new Misused(`${words.faults.unknownOption(positionals[0])}\n${closing.verify.usage}`)
  const storeFiles = storePlace(values.data === undefined ? callersPlaces() : { DATA_DIR: callersPath(values.data) })
  const file = storeFiles.databaseUrl.replace(/^file:/, '')
  if (!existsSync(file)) throw new Misused(anonymity.noDatabase(file))
  const store = openForVerifying(file)
  const verified = await verifySeals({ ...store, rules: RULES }, { code: values.seal ?? null })
  store.close()
  if (!verified.ok) throw new Misused(`${closing.verify.mistyped}\n${closing.verify.usage}`)
  const show = values.json ? process.stderr : process.stdout
  show.write(`${sealTable(verified.value, terminalLocale)}\n`)
  if (values.json) process.stdout.write(`${JSON.stringify(verified.value)}\n`)
  if (!verified.value.holds) process.exit(1)
})
