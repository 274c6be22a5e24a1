import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it, onTestFinished } from 'vitest'

const main = fileURLToPath(new URL('./main.ts', import.meta.url))
const tsx = import.meta.resolve('tsx')

function start(environment: Readonly<Record<string, string>>) {
  const data = mkdtempSync(join(tmpdir(), 'wayproof-main-'))
  const child = spawn(process.execPath, ['--import', tsx, main], {
    cwd: data,
    env: { PATH: process.env.PATH, DATA_DIR: data, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
    rmSync(data, { recursive: true, force: true })
  })
  let output = ''
  const lines = new Map<string, () => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
      for (const [wanted, found] of lines) if (output.includes(wanted)) found()
    })
  }
  return {
    data,
    child,
    output: () => output,
    says: (wanted: string) => new Promise<void>((found) => void lines.set(wanted, found)),
  }
}

it('starts on an empty folder, answers, and finishes when it is asked to', async () => {
  const app = start({ SURVEY_PORT: '0', ACCESS_LOG: 'access.log' })
  await app.says('The survey is open')
  expect(readFileSync(join(app.data, 'wayproof.key'), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/)
  app.child.kill('SIGTERM')
  expect(await once(app.child, 'exit')).toEqual([0, null])
})

it('tells every wrong setting at once, in both languages, and does not listen', async () => {
  const app = start({ SURVEY_PORT: 'x', TIME_ZONE: 'Mars/Base', DEFAULT_LOCALE: 'fr', SURVEY_URL: 'ftp://x' })
  expect(await once(app.child, 'exit')).toEqual([1, null])
  for (const name of ['SURVEY_PORT', 'TIME_ZONE', 'DEFAULT_LOCALE', 'SURVEY_URL']) {
    expect(app.output().split(name)).toHaveLength(3)
  }
})
