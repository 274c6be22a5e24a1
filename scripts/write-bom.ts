import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildFirst } from '@wayproof/command-line/build-first'
import { readArguments, runCommand, words } from '@wayproof/command-line/command-line'
import { callersPath } from '@wayproof/command-line/environment'
import { workFolder } from '@wayproof/command-line/work-folder'
import { BOM_FILE, writeRelease } from './release/write-release.ts'

// Writes the bill of materials of a release, from a release that it makes and removes: `npx -y pnpm@12 bom [FILE]`.

await runCommand(async () => {
  const { positionals } = readArguments({}, words.help.usageBom, 1)
  await buildFirst()
  const folder = workFolder('bom')
  try {
    await writeRelease(folder.path)
    const text = readFileSync(join(folder.path, BOM_FILE), 'utf8')
    if (positionals[0] === undefined) process.stdout.write(text)
    else writeFileSync(callersPath(positionals[0]), text)
  } finally {
    folder.remove()
  }
})
