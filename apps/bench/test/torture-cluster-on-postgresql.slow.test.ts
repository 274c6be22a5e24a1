import { runCommand } from '@wayproof/command-line/testing/run-command'
import { expect, test } from 'vitest'

test('four survey processes and two schedulers lose and double nothing while they and the database are killed', async () => {
  const result = await runCommand('torture', ['cluster', '--seconds', '20', '--json'], { LC_ALL: 'C' })
  expect(result.code, result.stderr).toBe(0)
  const counts = JSON.parse(result.stdout.trimEnd().split('\n').at(-1) ?? '')
  expect(counts).toMatchObject({
    lost: 0,
    doubledAnswers: 0,
    doubledRuns: 0,
    lettersLost: 0,
    wrongCounters: 0,
    crashes: 0,
  })
  expect(counts.acknowledged).toBe(800)
  expect(counts.stored).toBe(counts.acknowledged - counts.withdrawn)
  for (const ended of Object.values(counts.kills)) expect(ended).toBeGreaterThan(0)
})
