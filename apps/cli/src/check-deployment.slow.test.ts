import { runCommand } from '@wayproof/command-line/testing/run-command'
import { messages } from '@wayproof/messages/messages'
import { expect, test } from 'vitest'

const { deploymentCheck } = messages('en')

test('a wrong call is refused with a sentence, before anything is opened', async () => {
  const calls: [readonly string[], string][] = [
    [['nobody'], deploymentCheck.refused['not-an-address']('nobody')],
    [['a@x.example', '--data', '/nowhere'], '/nowhere/wayproof.db'],
  ]
  const ended = await Promise.all(calls.map(([args]) => runCommand('check-deployment', args)))
  for (const [n, { code, stdout, stderr }] of ended.entries())
    expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(calls[n]?.[1] ?? '')])
})
