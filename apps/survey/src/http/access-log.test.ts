import { mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { accessLine, accessLogReason, fileAccessLog } from './access-log.ts'
import { pathKind } from './paths.ts'

const folder = () => {
  const path = mkdtempSync(join(tmpdir(), 'wayproof-log-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

const noPause = async () => {}

it('a line names only the kind of path', () => {
  expect(JSON.parse(accessLine('POST', pathKind('/s/abc'), 303))).toEqual({
    level: 'info',
    app: 'survey',
    time: null,
    event: 'request',
    method: 'POST',
    path: '/s/:token',
    status: 303,
  })
  expect(pathKind('/s/abc/thanks')).toBe('/s/:token/thanks')
  expect(pathKind('/s/abc/def')).toBe('*')
  expect(JSON.parse(accessLogReason)).toMatchObject({ time: null, reason: expect.stringContaining('time') })
})

it('every line is written, to a new file after the old one was moved away', async () => {
  const file = join(folder(), 'access.log')
  const log = fileAccessLog(file, noPause, () => {})
  for (let n = 0; n < 1000; n++) log.write(`line ${n}`)
  await log.flush()
  renameSync(file, `${file}.1`)
  log.write('after')
  await log.flush()
  expect(readFileSync(`${file}.1`, 'utf8').split('\n')).toHaveLength(1001)
  expect(readFileSync(file, 'utf8')).toBe('after\n')
})

it('logging continues when the file cannot be written, and reports this once', async () => {
  const failures: unknown[] = []
  const log = fileAccessLog(join(folder(), 'missing', 'access.log'), noPause, (error) => failures.push(error))
  log.write('one')
  await log.flush()
  log.write('two')
  await log.flush()
  expect(failures).toHaveLength(1)
})
