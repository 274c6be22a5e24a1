import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import {
  callersPath,
  callersPlaces,
  Misused,
  readArguments,
  runCommand,
  terminalLocale,
  words,
} from '@wayproof/command-line'
import { systemTokens } from '@wayproof/kernel/system'
import { messages } from '@wayproof/messages'
import { makeBackupKeys, storePlace } from '@wayproof/store'

// Creates the key pair for backups: `pnpm backup-key FILE`.

const { backups } = messages(terminalLocale)

await runCommand(async () => {
  const { positionals } = readArguments({}, backups.usageKey)
  const [name, more] = positionals
  if (!name) throw new Misused(backups.usageKey)
  if (more) throw new Misused(`${words.faults.unknownOption(more)}\n${backups.usageKey}`)
  const secretFile = callersPath(name)
  const { backupKey: publicFile } = storePlace(callersPlaces())
  for (const file of [secretFile, publicFile]) mkdirSync(dirname(file), { recursive: true })
  const made = makeBackupKeys({ publicFile, secretFile }, systemTokens)
  if (!made.ok) throw new Misused(backups.faults[made.fault.code](made.fault.figures.path))
  process.stdout.write(`${backups.keyMade(secretFile, publicFile)}\n`)
})
