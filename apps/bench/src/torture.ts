import {
  Breached,
  callersPath,
  interruption,
  progress,
  runCommand,
  unlessInterrupted,
  words,
  workFolder,
} from '@wayproof/command-line'
import { openHouse } from '@wayproof/local-stack'
import { random } from '@wayproof/sample-company'
import { breachLines } from './torture/breach.ts'
import { roughConduct } from './torture/rough-conduct.ts'
import { tortureAnswers } from './torture/torture-answers.ts'
import { tortureLetters } from './torture/torture-letters.ts'
import { tortureOptions } from './torture/torture-options.ts'

// Kills the running apps and counts what was lost: `pnpm torture letters|answers [--recipients N] [--kills N] …`.

await runCommand(async () => {
  const options = tortureOptions()
  if (options === null) return void process.stdout.write(`${words.torture.usage}\n`)
  const { what, seed, json } = options

  const stopped = interruption()
  const say = progress()
  const folder = workFolder('torture', options.data === undefined ? undefined : callersPath(options.data))
  say.step(words.demo.starting)
  void stopped.then(() => say.step(words.demo.stopping))
  const rough = what === 'letters' && options.sink === 'rough'
  const manners = rough ? { conduct: roughConduct(random(`${seed}/sink`)) } : {}
  try {
    const house = await openHouse({
      data: folder.path,
      smtpPort: 2700,
      firstPort: 4500,
      retrySeconds: 1,
      leaseSeconds: options.lease,
      stopped,
      ...manners,
    })
    try {
      const run = what === 'letters' ? tortureLetters(house, options, say) : tortureAnswers(house, options, say)
      const { result, breaches } = await unlessInterrupted<Awaited<typeof run>>(run, stopped)
      say.end()
      process.stdout.write(`${json ? JSON.stringify(result) : JSON.stringify(result, null, 2)}\n`)
      if (breaches.length > 0) throw new Breached(breachLines(breaches))
    } finally {
      say.end()
      await house.close()
    }
  } finally {
    folder.remove()
  }
})
