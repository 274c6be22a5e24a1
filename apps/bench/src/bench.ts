import { runCommand, workFolder } from '@wayproof/command-line'
import { readBenchCommand } from './bench-command.ts'
import { pinLoad } from './measuring/process-cost.ts'

// Measures the product and the limit of this machine: `pnpm bench NAME [--json] [--runs N] [--seconds N] …`.

await runCommand(async () => {
  const { measure, needsLoad, json } = readBenchCommand()
  if (needsLoad) pinLoad()
  const folder = workFolder('bench')
  let allMet = false
  try {
    const { figures, sentence, isMet } = await measure(folder.path)
    if (!json) process.stdout.write(`${sentence}\n`)
    process.stdout.write(`${JSON.stringify(figures)}\n`)
    allMet = isMet
  } finally {
    folder.remove()
  }
  if (!allMet) process.exit(1)
})
