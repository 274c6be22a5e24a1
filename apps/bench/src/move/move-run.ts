import { join } from 'node:path'
import { databasePlace } from '@wayproof/database/installation/database-place'
import { readKeyFile } from '@wayproof/database/installation/key-file'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { system, systemTokens } from '@wayproof/kernel/system'
import { moveDatabase } from '@wayproof/operations/move/move-database'
import { benchSettings } from '../config.ts'

// Moves a database, like `move`, and prints its time, its rows and the digest of each table.

const { BENCH_DATA: data, BENCH_DATABASE: from, BENCH_TARGET: to } = benchSettings
const keyFile = readKeyFile(join(data, 'wayproof.key'), systemTokens)
if (!keyFile.ok) throw new Error(keyFile.fault.code)
const startedAt = performance.now()
const moved = await moveDatabase({
  from: databasePlace(from),
  to: databasePlace(to),
  keyring: keyring(...keyFile.value.keys),
  keyBinding: keyFile.value,
  ...system,
  progress: () => {},
})
const seconds = (performance.now() - startedAt) / 1000
if (!moved.ok) throw new Error(moved.fault.code)
const { rows, tables } = moved.value
process.stdout.write(`took ${seconds} ${rows} ${JSON.stringify(Object.fromEntries(tables))}\n`)
process.on('SIGTERM', () => process.exit(0))
setInterval(() => {}, 1_000)
