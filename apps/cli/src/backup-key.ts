import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { Misused, readArguments, runCommand, terminalLocale } from '@wayproof/command-line/command-line'
import { callersPath, callersPlaces } from '@wayproof/command-line/environment'
import { storePlace } from '@wayproof/database/installation/store-settings'
import { systemTokens } from '@wayproof/kernel/system'
import { messages } from '@wayproof/messages/messages'
import { makeBackupKeys } from '@wayproof/operations/backup/backup-key'

// Creates the key pair for backups: `pnpm backup-key FILE`.

const { backups } = messages(terminalLocale)

await runCommand(async () => {
  const { positionals } = readArguments({}, backups.usageKey, 1)
  const [name] = positionals
  if (!name) throw new Misused(backups.usageKey)
  const secretFile = callersPath(name)
  const { backupKey: publicFile } = storePlace(callersPlaces())
  for (const file of [secretFile, publicFile]) mkdirSync(dirname(file), { recursive: true })
  const created = makeBackupKeys({ publicFile, secretFile }, systemTokens)
  if (!created.ok) throw new Misused(backups.faults[created.fault.code](created.fault.figures.path))
  process.stdout.write(`${backups.keyMade(secretFile, publicFile)}\n`)
})
