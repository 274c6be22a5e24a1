import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SQLite from 'better-sqlite3'
import { expect, it, onTestFinished } from 'vitest'
import { runCommand } from '../test/run-command.ts'
import { MEASURED_PERIOD, measuredWave } from './bench/scorecard-ground.ts'

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'wayproof-rebuild-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

const wavesOf = (stdout: string) => JSON.parse(stdout.trim().split('\n').at(-1) ?? '').waves

it('counts the answers anew, tells each counter that differs and puts it right', async () => {
  const data = folder()
  await measuredWave(data, 400)
  const recount = () => runCommand('rebuild-tallies', ['--data', data, '--json'])
  const wave = { period: MEASURED_PERIOD, answers: 400, cells: 48, seconds: expect.any(Number) }
  const connection = new SQLite(join(data, 'wayproof.db'))
  const [cell, count] = connection
    .prepare("SELECT cell_id, count FROM tally WHERE item = 'overall' AND value = '4' LIMIT 1")
    .raw()
    .get() as [string, number]
  connection
    .prepare("UPDATE tally SET count = count + 5 WHERE cell_id = ? AND item = 'overall' AND value = '4'")
    .run(cell)
  connection.close()
  const wrong = await recount()
  expect([wrong.code, wrong.stderr]).toEqual([1, expect.stringContaining('1 counter was wrong; put right now.')])
  expect(wavesOf(wrong.stdout)).toMatchObject([
    { ...wave, differences: [{ cellId: cell, item: 'overall', value: '4', stored: count + 5, counted: count }] },
  ])
  const agreed = await recount()
  expect([agreed.code, agreed.stderr]).toEqual([0, expect.stringContaining('Every counter says what the answers say.')])
  expect(wavesOf(agreed.stdout)).toEqual([{ ...wave, differences: [] }])
}, 60_000)

it('says what it cannot do', async () => {
  const empty = folder()
  const missing = await runCommand('rebuild-tallies', ['--data', empty])
  expect([missing.code, missing.stderr]).toEqual([2, `There is no database ${join(empty, 'wayproof.db')}.\n`])
})
