import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { commandFile } from '@wayproof/command-line/testing/run-command'
import type { TestDatabase } from '@wayproof/database/testing/database-for-tests'
import { testInstallation } from '@wayproof/database/testing/installation-for-tests'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { systemIds, systemSleep, systemTokens } from '@wayproof/kernel/system'
import { openStore } from '@wayproof/operations/store/open-store'
import { closePeriod } from '@wayproof/scorecard/closing/close-period'
import { freezePeriod } from '@wayproof/scorecard/closing/freeze-period'
import { decideRemedy } from '@wayproof/scorecard/closing/remedies/decide-remedy'
import { headCode } from '@wayproof/scorecard/closing/seals/head-code'
import type { SealVerification } from '@wayproof/scorecard/closing/seals/seal-finding'
import { signScorecard } from '@wayproof/scorecard/closing/sign-scorecard'
import { GOALS, OWNERS } from '@wayproof/scorecard/goals/goal'
import { RULES } from '@wayproof/scorecard/rules'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const period = '2025-H2'

async function verify({ databaseUrl }: TestDatabase, ...args: readonly string[]) {
  const call = ['--import', 'tsx', commandFile('verify'), ...args]
  const env = { ...process.env, DATABASE_URL: databaseUrl, LC_ALL: 'en' }
  const child = spawn(process.execPath, call, { cwd: root, env })
  const output = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const) child[stream].on('data', (chunk) => (output[stream] += chunk))
  const [status] = await once(child, 'close')
  return { status, ...output }
}

const resultOf = <T>(outcome: { ok: true; value: T } | { ok: false; fault: { code: string } }): T => {
  if (!outcome.ok) throw new Error(outcome.fault.code)
  return outcome.value
}

const person = (id: string) => ({ id, name: id, mailbox: Buffer.from(id), confirmed: true })

/** A database with one sealed half-year, and the code of its seal. */
async function sealedDatabase(): Promise<{ database: TestDatabase; code: string }> {
  const database = await testInstallation()
  const clock = { now: () => Date.parse('2026-03-10T00:00:00Z') }
  const machine = { clock, ids: systemIds, tokens: systemTokens, keyring: keyring(new Uint8Array(32).fill(5)) }
  const timeZone = 'Asia/Shanghai'
  const store = await openStore({ ...machine, databaseUrl: database.databaseUrl, timeZone, sleep: systemSleep })
  const organisation = { nameZh: '远行', nameEn: 'Faraway', contactEmail: 'p@x.example', programmeStart: '2024-01-01' }
  await store.organisation.save({ ...organisation, baselineYear: null, sample: true })
  const improvement = { id: 'i', period, owner: 'customer-service', chosenAt: 1, chosenBy: 'Lin' }
  await store.improvements.choose({ ...improvement, text: { 'zh-CN': '一', en: 'one' } })
  const { closing, actions, sealed } = store
  const facts = store.facts(RULES)
  const ports = { ...machine, facts, rules: RULES, closing, actions, sealed, timeZone, clockOffset: async () => null }
  const words = { note: 'n', action: 'a', effect: 'e', dueOn: '2029-01-01', by: 'Lin' }
  // This half-year has no survey.
  resultOf(await decideRemedy(ports, { period, goal: 'customer-satisfaction', ...words }))
  const freeze = resultOf(await freezePeriod(ports, { period, by: person('lin') })).id
  for (const goal of GOALS) {
    const signer = { ...person(OWNERS[goal]), owner: OWNERS[goal] }
    resultOf(await signScorecard(ports, { period, freeze, goal, by: signer }))
  }
  const { head } = resultOf(await closePeriod(ports, { period, freeze, by: person('ma') }))
  await store.close()
  return { database, code: headCode(head) }
}

test('verify ends with 0 on an intact chain, with 1 on a broken one, and with 2 on a wrong command line', async () => {
  const { database, code } = await sealedDatabase()
  const mistypedCode = code.replace(/.$/, (last) => (last === '0' ? '1' : '0'))
  const [rightCode, mistyped] = await Promise.all([
    verify(database, '--seal', code.toLowerCase().replaceAll('-', ' ')),
    verify(database, '--seal', mistypedCode),
  ])
  await database.run(`UPDATE seal SET figures = replace(figures, '"no-data"', '"green"')`)
  const altered = await verify(database, '--json')
  expect(rightCode.stdout).toContain('Seal 1: second half of 2025: valid')
  expect(rightCode.stdout).toContain(`Code matches seal 1; earlier seals are intact. (${code})`)
  expect(rightCode.status).toBe(0)
  expect(altered.status).toBe(1)
  expect(altered.stderr).toContain('NOT VALID: a figure was changed')
  const verification = JSON.parse(altered.stdout) as SealVerification
  expect(verification).toMatchObject({ holds: false, seals: [{ number: 1, code, faults: ['figures-altered'] }] })
  expect([mistyped.status, mistyped.stderr]).toEqual([2, expect.stringContaining('not a valid seal code')])
})
