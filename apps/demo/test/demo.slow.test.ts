import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from '@wayproof/command-line/testing/run-command'
import { databaseAt } from '@wayproof/database/testing/database-for-tests'
import { emptyDatabase } from '@wayproof/database/testing/installation-for-tests'
import { expect, inject, test } from 'vitest'
import { demoJson } from '../src/demo-output.ts'
import { countGoals } from './independent-counts.ts'
import { workerStack } from './setup/worker-stack.ts'

interface Result {
  period: string
  invitations: { sent: number; delivered: number }
  answers: { stored: number }
  goals: {
    goal: string
    verdict: string
    status: string
    strength: string
    value: number
    target: number
    missing: number | null
  }[]
  summaries: { locale: string; to: string }[]
  seconds: number
}

function expectWholeJob(result: Result): void {
  const count = (word: string) => result.goals.filter((goal) => goal.verdict === word).length
  expect(result.goals.map(({ goal }) => goal)).toEqual([
    'policy-publication',
    'staff-training',
    'incident-reduction',
    'customer-satisfaction',
    'partner-audit',
  ])
  expect(count('met')).toBeGreaterThan(0)
  expect(count('missed')).toBeGreaterThan(0)
  expect(count('unknown')).toBeLessThan(2)
  expect(result.invitations.delivered).toBeGreaterThanOrEqual(400)
  expect(result.answers.stored).toBeGreaterThanOrEqual(200)
  expect(result.summaries.map(({ locale }) => locale)).toEqual(['zh-CN', 'en'])
}

async function expectCounted(result: Result, databaseUrl: string): Promise<void> {
  const expectedGoals = await countGoals(databaseAt(databaseUrl), Number(result.period.slice(0, 4)))
  for (const { goal, value, missing } of result.goals) {
    // Published values are rounded down to a tenth of a percentage point.
    expect(value, goal).toBe(Math.floor(expectedGoals[goal]!.value * 1_000 + 1e-9) / 1_000)
    expect(missing, goal).toBe(expectedGoals[goal]!.missing)
  }
}

test('the demo runs to the end, and each value equals a second count over its database', async () => {
  const demo = inject('demo')
  const result = JSON.parse(demoJson(demo, 1)) as Result
  expectWholeJob(result)
  await expectCounted(result, workerStack().places.DATABASE_URL)
})

test('another seed gives another company, by the command as a person runs it', async () => {
  const data = mkdtempSync(join(tmpdir(), 'wayproof-seed-'))
  const database = await emptyDatabase()
  try {
    const run = await runCommand('demo', ['--exit', '--json', '--seed', '2', '--data', data, '--database', database])
    expect(run.stderr).toContain('made-up sample company')
    expect(run.code).toBe(0)
    const result = JSON.parse(run.stdout.trim().split('\n').at(-1)!) as Result
    expectWholeJob(result)
    await expectCounted(result, database)
    expect(result.goals.map(({ value }) => value)).not.toEqual(
      inject('demo').scorecard.verdicts.map(({ value }) => value),
    )
  } finally {
    rmSync(data, { recursive: true, force: true })
  }
})

test('a wrong option is named, with the usage, and nothing is started', async () => {
  const run = await runCommand('demo', ['--sead', '2'])
  expect(run.code).toBe(2)
  expect(run.stderr).toContain('--sead')
  expect(run.stderr).toContain('Usage')
  expect((await runCommand('demo', ['--seed', 'a b'])).code).toBe(2)
})
