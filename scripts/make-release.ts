import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildFirst } from '@wayproof/command-line/build-first'
import { Misused, readArguments, runCommand, words } from '@wayproof/command-line/command-line'
import { callersPath } from '@wayproof/command-line/environment'
import { writeRelease } from './release/write-release.ts'

// Writes a release: `npx -y pnpm@12 release FOLDER`.

await runCommand(async () => {
  const { positionals } = readArguments({}, words.help.usageRelease, 1)
  const [name] = positionals
  if (!name) throw new Misused(words.help.usageRelease)
  const folder = callersPath(name)
  if (existsSync(folder) && readdirSync(folder).length > 0) throw new Misused(words.help.folderFilled(folder))
  await buildFirst()
  await writeRelease(folder)
  process.stdout.write(`${join(folder, 'wayproof')}\n`)
})
