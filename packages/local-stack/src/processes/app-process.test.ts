import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { startScript } from './app-process.ts'

const LINES = 20_000

/** A process that runs `source`, and its log. */
function running(source: string) {
  const folder = mkdtempSync(join(tmpdir(), 'wayproof-process-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const [script, log] = [join(folder, 'script.mjs'), join(folder, 'log')]
  writeFileSync(script, source)
  const started = startScript(script, {}, log, null, [])
  onTestFinished(() => started.stop())
  return { started, log }
}
const exactly = (text: string) => (line: string) => line === text || undefined

test('the last lines of a verbose app are kept, and all of them in its log', async () => {
  const { started, log } = running(`
    console.log('first')
    for (let n = 0; n < ${LINES}; n += 1) console.log('line ' + n)
    console.log('last')
    setInterval(() => {}, 1000)`)
  await started.line(exactly('last'))
  expect(await started.line(exactly(`line ${LINES - 1}`))).toBe(true)
  await expect(started.line(exactly('first'), 50)).rejects.toThrow('last')
  const linesInLog = () => readFileSync(log, 'utf8').split('\n').length
  await expect.poll(linesInLog).toBe(LINES + 3)
})

test('a requested line is found however many follow it at once', async () => {
  const { started } = running(`
    setTimeout(() => {
      console.log('wanted')
      for (let n = 0; n < ${LINES}; n += 1) console.log('line ' + n)
    }, 300)
    setInterval(() => {}, 1000)`)
  expect(await started.line(exactly('wanted'))).toBe(true)
})

test('a caller that waits for a line of an ending app gets its last output', async () => {
  const { started } = running(`console.error('the port is taken'); process.exit(1)`)
  await expect(started.line(exactly('ready'))).rejects.toThrow('the port is taken')
})

test.each(['ended', 'stop', 'kill'] as const)('after an end (%s) the whole output is in the log', async (end) => {
  // The output ends later than the process, as on a busy machine.
  const { started, log } = running(`
    import { spawn } from 'node:child_process'
    spawn(process.execPath, ['-e', 'setTimeout(() => console.log("last"), 500)'], { stdio: 'inherit' }).unref()
    console.log('first')
    ${end === 'ended' ? 'process.exit(0)' : 'setInterval(() => {}, 1000)'}`)
  await started.line(exactly('first'))
  await started[end]()
  expect(readFileSync(log, 'utf8')).toBe('first\nlast\n')
})
