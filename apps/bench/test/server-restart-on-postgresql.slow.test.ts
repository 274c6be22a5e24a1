import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { startPostgresql } from '@wayproof/local-stack/postgresql/local-postgresql'
import { startApp } from '@wayproof/local-stack/processes/app-process'
import { onFreePort } from '@wayproof/local-stack/processes/free-port'
import { expect, onTestFinished, test } from 'vitest'
import { surveyFixture } from '../src/fixtures/survey-fixture.ts'
import { openConnection } from '../src/survey/http-connection.ts'
import { submission } from '../src/survey/survey-work.ts'

const TRAVELERS = 150
const CLIENTS = 6
/** Numbers of acknowledged answers after which the server restarts. */
const RESTARTS = [30, 80]
const MOST_TRIES = 600

/** An empty folder that the user of the server may enter. */
function sharedFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'wayproof-restarted-'))
  chmodSync(folder, 0o711)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Submits one answer until it is acknowledged; returns the status of each response, 0 for none. */
async function submitUntilStored(port: number, token: string, n: number): Promise<readonly number[]> {
  const request = submission(token, `0000-0000-0000-0000-0000-0000-${String(n).padStart(4, '0')}`)
  const statuses: number[] = []
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const connection = await openConnection(port)
    const status = await connection.ask(request).then(
      (answer) => answer.status,
      () => 0,
    )
    connection.close()
    statuses.push(status)
    if (status === 303) return statuses
    await wait(20)
  }
  throw new Error(`an answer was not acknowledged: ${statuses.slice(-5).join()}`)
}

test('while the database server restarts, pages ask to try again, and each answer is stored once', async () => {
  const folder = sharedFolder()
  const server = await startPostgresql({ folder, isDurable: true })
  onTestFinished(() => server.stop())
  // Its files are private to the user of the apps.
  const data = mkdtempSync(join(folder, 'data-'))
  const fixture = await surveyFixture({ data, databaseUrl: await server.createDatabase('restarted') }, TRAVELERS)
  const { app, port } = await onFreePort(4_760, async (port) => {
    const url = `http://127.0.0.1:${port}`
    const settings = { ...fixture.settings, SURVEY_PORT: String(port), SURVEY_URL: url }
    const app = startApp('survey', settings, join(data, 'survey.log'))
    await app.line((line) => line.includes(url) || undefined)
    return { app, port }
  })
  onTestFinished(() => app.stop())

  const statuses: number[] = []
  const waiting = fixture.tokens.map((token, n) => ({ token, n }))
  let stored = 0
  let restarts = 0
  const answering = Array.from({ length: CLIENTS }, async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      statuses.push(...(await submitUntilStored(port, next.token, next.n)))
      stored += 1
      if (RESTARTS.includes(stored)) {
        await server.restart()
        restarts += 1
      }
    }
  })
  await Promise.all(answering)

  expect(restarts).toBe(RESTARTS.length)
  expect(new Set(statuses)).toEqual(new Set([303, 503]))
  expect(await fixture.answerCount()).toBe(TRAVELERS)
})
