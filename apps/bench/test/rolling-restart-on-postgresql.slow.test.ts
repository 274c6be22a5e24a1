import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgresql } from '@wayproof/local-stack/postgresql/local-postgresql'
import { expect, onTestFinished, test } from 'vitest'
import { surveyFixture } from '../src/fixtures/survey-fixture.ts'
import { type HttpConnection, openConnection } from '../src/survey/http-connection.ts'
import { openPage, submitAnswer } from '../src/survey/survey-work.ts'
import { startCluster } from '../src/torture/cluster/cluster.ts'

const TRAVELERS = 4_000
const CLIENTS = 8
const ROUNDS = 2

/**
 * Sends each request to the instances in turn, as a load balancer does. A refused connection goes to the next one, and so
 * does one that the system reset because no process had accepted it yet.
 */
function roundRobin(ports: readonly number[]) {
  let turn = 0
  return async (work: (connection: HttpConnection) => Promise<unknown>): Promise<void> => {
    turn += 1
    for (let next = turn; ; next += 1) {
      try {
        const connection = await openConnection(ports[next % ports.length] ?? 0)
        await work(connection).finally(() => connection.close())
        return
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? error.code : null
        if (code !== 'ECONNREFUSED' && code !== 'ECONNRESET') throw error
      }
    }
  }
}

test('a rolling restart of two instances under load fails no request', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'wayproof-rolling-'))
  chmodSync(folder, 0o711)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const server = await startPostgresql({ folder, isDurable: true })
  onTestFinished(() => server.stop())
  const data = join(folder, 'data')
  mkdirSync(data, { mode: 0o700 })
  const fixture = await surveyFixture({ data, databaseUrl: await server.createDatabase('rolling') }, TRAVELERS)
  const cluster = await startCluster(fixture.settings, data, { surveys: 2, schedulers: 0 })
  onTestFinished(() => cluster.stop())

  const request = roundRobin(cluster.surveys.map(({ port }) => port))
  const failures: unknown[] = []
  let answered = 0
  let isOver = false
  const tokens = fixture.tokens.values()
  const answer = async (token: string) => {
    await request((connection) => openPage(connection, token))
    answered += 1
    const receipt = `0000-0000-0000-0000-0000-0000-${String(answered).padStart(4, '0')}`
    await request((connection) => submitAnswer(connection, token, receipt))
  }
  const load = Array.from({ length: CLIENTS }, async () => {
    for (const token of tokens) {
      if (isOver) return
      await answer(token).catch((error) => failures.push(error))
    }
  })
  for (let round = 0; round < ROUNDS; round += 1) for (const instance of cluster.surveys) await instance.restart()
  isOver = true
  await Promise.all(load)
  expect(failures).toEqual([])
  expect(answered).toBeGreaterThan(100)
  expect(await fixture.answerCount()).toBe(answered)
  expect(cluster.crashes()).toBe(0)
  await cluster.stop()
  // No instance read a request whose response got lost.
  const handled = cluster.surveys.flatMap((_, n) => readFileSync(join(data, `access-${n}.log`), 'utf8').split('\n'))
  expect(handled.filter((line) => line.includes('POST'))).toHaveLength(answered)
})
