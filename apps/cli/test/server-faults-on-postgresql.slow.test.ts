import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from '@wayproof/command-line/testing/run-command'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { UNUSABLE_SETTINGS } from '@wayproof/kernel/settings/setting'
import { startScript } from '@wayproof/local-stack/processes/app-process'
import { onFreePort } from '@wayproof/local-stack/processes/free-port'
import { messages } from '@wayproof/messages/messages'
import { expect, inject, onTestFinished, test } from 'vitest'

const PASSWORD = 'a-secret-of-the-server'

/** A port on which no server listens. */
const closedPort = () => onFreePort(4_980, async (port) => String(port))

const server = () => new URL(inject('postgresUrl'))

test.each([
  { code: 'no-tls', exitCode: UNUSABLE_SETTINGS, change: async () => ({ search: 'sslmode=verify-full' }) },
  { code: 'no-tls', exitCode: UNUSABLE_SETTINGS, change: async () => ({ search: 'sslmode=require' }) },
  { code: 'wrong-password', exitCode: UNUSABLE_SETTINGS, change: async () => ({ password: PASSWORD }) },
  { code: 'no-such-database', exitCode: UNUSABLE_SETTINGS, change: async () => ({ pathname: '/nowhere' }) },
  { code: 'unreachable', exitCode: 1, change: async () => ({ password: PASSWORD, port: await closedPort() }) },
] as const)('an app and a command name what is wrong with DATABASE_URL: $code', async ({ code, exitCode, change }) => {
  const data = mkdtempSync(join(tmpdir(), 'wayproof-url-'))
  onTestFinished(() => rmSync(data, { recursive: true, force: true }))
  const url = Object.assign(server(), await change())
  const place = `${url.hostname}:${url.port}${url.pathname}`
  const settings = { DATA_DIR: data, DATABASE_URL: url.href }

  const log = join(data, 'log')
  const app = startScript('apps/reporting/src/main.ts', { ...settings, REPORTING_PORT: await closedPort() }, log)
  expect(await app.ended()).toEqual({ code: exitCode, signal: null })
  const output = readFileSync(log, 'utf8')
  for (const locale of LOCALES) expect(output).toContain(messages(locale).databaseFaults[code](place))
  expect(output).not.toMatch(/\n\s+at /)

  const command = await runCommand('verify', [], settings)
  expect(command).toMatchObject({ code: 1, stdout: '' })
  expect(command.stderr).toContain(messages('en').databaseFaults[code](place))
  expect(command.stderr).not.toMatch(/\n\s+at /)
  for (const secret of [PASSWORD, `:${server().password}@`]) expect(output + command.stderr).not.toContain(secret)
})
