import { runCommand } from '@wayproof/command-line/testing/run-command'
import type { WaveAnonymity } from '@wayproof/survey/waves/anonymity'
import { expect, inject, test } from 'vitest'
import { workerStack } from './setup/worker-stack.ts'

const { places } = workerStack()
const { period, answers } = inject('demo')

const wavesOf = (stdout: string) =>
  (JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as { waves: WaveAnonymity[] }).waves

test('on a running installation no answer of the closed wave can be linked to a person', async () => {
  const { code, stdout, stderr } = await runCommand('verify-anonymity', ['--json'], places)
  expect(stderr).toContain('No response of an anonymized wave could be linked to a person.')
  expect(code).toBe(0)
  const wave = wavesOf(stdout).find((candidate) => candidate.period === period)
  expect(wave).toMatchObject({ status: 'unlinked', answers, tied: 0, respondentsKnown: 0, remindedKnown: 0 })
  expect(wave?.tiedBy['earlier-copy']).toBeNull()
})
