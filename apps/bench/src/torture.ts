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
import { openLocalStack } from '@wayproof/local-stack'
import { random } from '@wayproof/sample-company'
import { breachLines } from './torture/breach.ts'
import { roughReplies } from './torture/rough-replies.ts'
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
  const replies = rough ? { reply: roughReplies(random(`${seed}/sink`)) } : {}
  try {
    const stack = await openLocalStack({
      data: folder.path,
      smtpPort: 2700,
      firstPort: 4500,
      retrySeconds: 1,
      leaseSeconds: options.lease,
      stopped,
      ...replies,
    })
    try {
      const run = what === 'letters' ? tortureLetters(stack, options, say) : tortureAnswers(stack, options, say)
      const { result, breaches } = await unlessInterrupted<Awaited<typeof run>>(run, stopped)
      say.end()
      process.stdout.write(`${json ? JSON.stringify(result) : JSON.stringify(result, null, 2)}\n`)
      if (breaches.length > 0) throw new Breached(breachLines(breaches))
    } finally {
      say.end()
      await stack.close()
    }
  } finally {
    folder.remove()
  }
})
