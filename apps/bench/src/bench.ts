import { runCommand, workFolder } from '@wayproof/command-line'
import { readBenchCommand } from './bench-command.ts'
import { pinLoad } from './measuring/process-cost.ts'

// Measures the product and the limit of this machine: `pnpm bench NAME [--json] [--runs N] [--seconds N] …`.

await runCommand(async () => {
  const { measure, loaded, json } = readBenchCommand()
  if (loaded) pinLoad()
  const folder = workFolder('bench')
  let allHold = false
  try {
    const { figures, sentence, holds } = await measure(folder.path)
    if (!json) process.stdout.write(`${sentence}\n`)
    process.stdout.write(`${JSON.stringify(figures)}\n`)
    allHold = holds
  } finally {
    folder.remove()
  }
  if (!allHold) process.exit(1)
})
