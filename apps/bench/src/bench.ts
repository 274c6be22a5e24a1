import { buildFirst } from '@wayproof/command-line/build-first'
import { runCommand } from '@wayproof/command-line/command-line'
import { workFolder } from '@wayproof/command-line/work-folder'
import { readBenchCommand } from './bench-command.ts'
import { startDatabases } from './fixtures/bench-databases.ts'
import { pinLoad } from './measuring/process-cost.ts'

// Measures the product and the limit of this machine: `npx -y pnpm@12 bench NAME [--json] [--runs N] [--seconds N] …`.

await runCommand(async () => {
  const { measure, engine, needsLoad, json } = readBenchCommand()
  await buildFirst()
  const folder = workFolder('bench')
  let allMet = false
  try {
    const databases = await startDatabases(engine)
    try {
      // A server that was started before may use both cores.
      if (needsLoad) pinLoad()
      const { figures, sentence, isMet } = await measure(folder.path, databases)
      if (!json) process.stdout.write(`${sentence}\n`)
      process.stdout.write(`${JSON.stringify(figures)}\n`)
      allMet = isMet
    } finally {
      await databases.stop()
    }
  } finally {
    folder.remove()
  }
  if (!allMet) process.exit(1)
})
