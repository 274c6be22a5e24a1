import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { emptyDatabase } from '@wayproof/database/testing/installation-for-tests'
import { UNUSABLE_SETTINGS } from '@wayproof/kernel/settings/setting'
import { VERSION } from '@wayproof/kernel/version'
import { expect, onTestFinished, test } from 'vitest'
import { dataFolder, freePort, start, WITH_STARTS } from './started-app.ts'

test(
  "it starts on an empty database, prints the first officer's link, serves requests, and stops on a signal",
  WITH_STARTS,
  async () => {
    const env = { DATA_DIR: dataFolder(), DATABASE_URL: await emptyDatabase(), REPORTING_PORT: await freePort() }
    const { child, output, ended, untilPrinted } = start(env)
    await untilPrinted('/invitation/')
    const address = `http://127.0.0.1:${env.REPORTING_PORT}`
    expect(output()).toContain(`还没有成员。`)
    const token = /\/invitation\/(\S+)/.exec(output())?.[1] ?? ''
    expect(token).toHaveLength(46)
    expect((await fetch(`${address}/health/live`)).status).toBe(200)
    expect(await (await fetch(`${address}/health/ready`)).json()).toEqual({
      ready: true,
      faults: [],
      warnings: [{ code: 'scheduler-silent' }],
      version: VERSION,
    })
    const body = { token, name: 'Li', email: 'li@x.example', password: 'a password of some length', locale: 'en' }
    const accept = () =>
      fetch(`${address}/trpc/people.accept`, {
        method: 'POST',
        headers: { origin: address, 'content-type': 'application/json' },
        body: JSON.stringify({ json: body }),
      })
    const accepted = await accept()
    expect(accepted.status).toBe(200)
    expect((await accept()).status).toBe(409)
    const cookie = accepted.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const stream = await fetch(`${address}/trpc/live.changes`, { headers: { cookie } })
    const upload = await fetch(`${address}/import/training-sessions?dryRun=false&fileName=a.csv`, {
      method: 'POST',
      headers: {
        origin: address,
        'content-type': 'application/octet-stream',
        cookie,
      },
      body: 'quarter,heldOn\n2026-Q1,2026-02-03\n',
    })
    expect(await upload.json()).toMatchObject({ ok: true, report: { added: 1 } })
    child.kill('SIGTERM')
    // The server ends the stream; it does not wait for the connection to be cut.
    expect(await stream.text()).toContain('event: return')
    expect(await ended()).toEqual([0, null])
    const secondApp = start(env)
    await secondApp.untilPrinted('The dashboard is open')
    expect(secondApp.output()).not.toContain('/invitation/')
  },
)

test('invalid settings are all reported, and the server stops before listening', WITH_STARTS, async () => {
  const { output, ended } = start({ DATA_DIR: dataFolder(), REPORTING_PORT: 'x', TIME_ZONE: 'Mars' })
  expect((await ended())[0]).toBe(UNUSABLE_SETTINGS)
  expect(output()).toMatch(/REPORTING_PORT.*\n.*TIME_ZONE/)
  expect(output()).toContain('TIME_ZONE is "Mars"')
})

test('a port in use is reported in a sentence', WITH_STARTS, async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => void server.close())
  const address = server.address()
  const port = String(typeof address === 'object' ? address?.port : 0)
  const { output, ended } = start({ DATA_DIR: dataFolder(), REPORTING_PORT: port })
  expect((await ended())[0]).toBe(UNUSABLE_SETTINGS)
  expect(output()).toContain(`Port ${port} is in use by another program`)
})

test(
  'a file that is no database is reported in a sentence, on a page and in no restart, and not changed',
  WITH_STARTS,
  async () => {
    const folder = dataFolder()
    const file = join(folder, 'wayproof.db')
    writeFileSync(join(folder, 'wayproof.key'), '0'.repeat(64))
    writeFileSync(file, 'not a database, but long enough to be looked at '.repeat(200))
    const bytesBefore = readFileSync(file)
    const port = await freePort()
    const { child, output, ended, untilPrinted } = start({ DATA_DIR: folder, REPORTING_PORT: port })
    await untilPrinted('The file is not a database')
    expect(output()).toContain('该文件不是数据库')
    await expect.poll(() => fetch(`http://127.0.0.1:${port}/`).then(({ status }) => status, String)).toBe(503)
    child.kill('SIGTERM')
    expect(await ended()).toEqual([0, null])
    expect(readFileSync(file).equals(bytesBefore)).toBe(true)
  },
)
