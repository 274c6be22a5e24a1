import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { commandFile } from '@wayproof/command-line/testing/run-command'
import { createServerDatabase } from '@wayproof/database/testing/server-database'
import { systemClock } from '@wayproof/kernel/system'
import { dovecot } from '@wayproof/local-stack/testing/dovecot'
import { messages } from '@wayproof/messages/messages'
import { afterAll, beforeAll, expect, inject, onTestFinished, test } from 'vitest'
import {
  ADDRESS,
  type CheckedStack,
  dkimKey,
  type Finished,
  openCheckedStack,
  zoneOf,
} from './deployment/checked-stack.ts'

const { deploymentCheck: en } = messages('en')
const { deploymentCheck: zh } = messages('zh-CN')

let database: Awaited<ReturnType<typeof createServerDatabase>>
let stack: CheckedStack
let scheduler: Awaited<ReturnType<CheckedStack['startScheduler']>>
beforeAll(async () => {
  database = await createServerDatabase(inject('postgresUrl'))
  stack = await openCheckedStack(database.url)
  scheduler = await stack.startScheduler()
})
afterAll(async () => {
  await stack.close()
  await database.drop()
})

const stepsThat = ({ steps }: Finished, state: string) =>
  steps.filter((result) => result.state === state).map(({ step, reason }) => `${step}: ${reason}`)

const leftovers = () => stack.inStore((store) => store.trials.remove(systemClock.now()))

/** Starts the check, waits until its email is being sent, and ends it by a signal. */
async function stopped(signal: NodeJS.Signals): Promise<unknown> {
  const child = spawn(process.execPath, ['--import', 'tsx', commandFile('check-deployment'), ADDRESS], {
    env: { ...process.env, ...stack.environment, LANG: 'en' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let text = ''
  child.stderr.on('data', (chunk) => (text += chunk))
  await expect.poll(() => text).toContain(en.sending(ADDRESS))
  child.kill(signal)
  const [code] = await once(child, 'exit')
  return code
}

test('a deployment passes every step, and nothing of the check is left', async () => {
  const { port, password } = await dovecot(stack.mail)
  const mailbox = `imap://operator:${encodeURIComponent(password)}@127.0.0.1:${port}/INBOX?requireTLS=false`
  const checked = await stack.check({ CHECK_MAILBOX_URL: mailbox })
  expect(stepsThat(checked, 'failed')).toEqual([])
  // The mail server of the test listens on this machine.
  expect(stepsThat(checked, 'not-checked')).toEqual(['reverse-name: private-address'])
  expect(stepsThat(checked, 'passed')).toHaveLength(Object.keys(en.steps).length - 1)
  expect([checked.code, checked.text]).toEqual([0, expect.stringContaining(en.passed(21, 1))])
  expect(await leftovers()).toBe(0)
})

test('another DKIM key in DNS and a silent bounce mailbox fail these two steps, with what to do', async () => {
  const { zone } = stack.dns
  stack.dns.zone = zoneOf(dkimKey().publicText)
  stack.server.isBounceLost = true
  // Long enough for a busy machine to send and deliver the email.
  const checked = await stack.check({}, ['--wait', '15'])
  expect(stepsThat(checked, 'failed')).toEqual(['dkim: other-dkim-key', 'bounce: bounce-uncounted'])
  expect(checked.code).toBe(1)
  stack.dns.zone = zone
  stack.server.isBounceLost = false
  for (const advice of [
    en.faults['other-dkim-key']('s1._domainkey.yuntu.example'),
    en.faults['bounce-uncounted']('15'),
  ])
    expect(checked.text).toContain(advice)
  expect(await leftovers()).toBe(0)
})

test('Ctrl-C removes the throw-away wave at once, and one that was killed is removed by the next check', async () => {
  expect(await stopped('SIGINT')).toBe(130)
  expect(await leftovers()).toBe(0)
  expect(await stopped('SIGKILL')).toBeNull()
  await scheduler.stop()
  const wrong = { SURVEY_URL: 'https://localhost:4909', LANG: 'zh_CN.UTF-8' }
  const checked = await stack.check(wrong, ['--wait', '3'])
  expect(checked.text).toContain(zh.removed)
  expect(await leftovers()).toBe(0)

  // A wrong public address and a stopped scheduler fail a step each, and the steps behind them are not checked.
  expect(stepsThat(checked, 'failed')).toEqual(['survey-address: unreachable', 'letter: letter-waits'])
  const behind = ['page', 'answer', 'unsubscribe', 'arrival', 'bounce'].map((step) => `${step}: after`)
  expect(stepsThat(checked, 'not-checked')).toEqual(expect.arrayContaining(behind))
  expect(checked.text).toContain(zh.faults.unreachable('https://localhost:4909/receipt?lang=en: ECONNREFUSED'))
  expect(checked.text).toContain(zh.faults['letter-waits']('3'))
  expect(checked.text).toContain(zh.gaps.after(zh.steps['survey-address']))
})
