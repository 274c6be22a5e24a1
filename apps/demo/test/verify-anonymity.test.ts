import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from '@wayproof/command-line/testing'
import type { WaveAnonymity } from '@wayproof/survey'
import { expect, inject, onTestFinished, test } from 'vitest'

const { data } = inject('stack')
const { period, answers } = inject('demo')

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'wayproof-verify-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

const wavesOf = (stdout: string) =>
  (JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as { waves: WaveAnonymity[] }).waves

test('on a running installation no answer of the closed wave can be linked to a person', async () => {
  const { code, stdout, stderr } = await runCommand('verify-anonymity', ['--data', data, '--json'])
  expect(stderr).toContain('No response of an anonymized wave could be linked to a person.')
  expect(code).toBe(0)
  const wave = wavesOf(stdout).find((candidate) => candidate.period === period)
  expect(wave).toMatchObject({ status: 'unlinked', answers, tied: 0, respondentsKnown: 0, remindedKnown: 0 })
  expect(wave?.tiedBy['earlier-copy']).toBeNull()
})

test('an earlier copy is compared, and people get a table', async () => {
  const copy = join(folder(), 'backup.db')
  copyFileSync(join(data, 'wayproof.db'), copy)
  const { code, stdout } = await runCommand('verify-anonymity', ['--data', data, '--backup', copy], {
    LC_ALL: 'zh_CN.UTF-8',
  })
  expect(code).toBe(0)
  expect(stdout).toContain('已匿名化的调查均无法识别个人。')
  expect(stdout).toContain('与较早副本的差异：0')
})

test('an unreadable file is refused with a sentence', async () => {
  const empty = folder()
  const withoutStore = await runCommand('verify-anonymity', ['--data', empty])
  expect([withoutStore.code, withoutStore.stderr]).toEqual([2, `There is no database ${join(empty, 'wayproof.db')}.\n`])
  writeFileSync(
    join(empty, 'wayproof.db'),
    'no database at all, but long enough to be read as the head of a file '.repeat(20),
  )
  const damagedStore = await runCommand('verify-anonymity', ['--data', empty])
  expect([damagedStore.code, damagedStore.stderr]).toEqual([
    1,
    'Stopped: The file is not a database, or it is damaged. Restore a backup.\n',
  ])
  const unknown = await runCommand('verify-anonymity', ['--nonsense'])
  expect([unknown.code, unknown.stderr.split('\n')[0]]).toEqual([2, 'Unknown option: --nonsense'])
})
