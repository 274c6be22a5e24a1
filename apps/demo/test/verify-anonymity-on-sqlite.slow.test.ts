import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from '@wayproof/command-line/testing/run-command'
import { expect, onTestFinished, test } from 'vitest'
import { workerStack } from './setup/worker-stack.ts'

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'wayproof-verify-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

test('an earlier copy is compared, and people get a table', async () => {
  const copy = join(folder(), 'backup.db')
  const { DATA_DIR: data } = workerStack().places
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
    'Stopped: The file is not a database, or it is damaged. Restore a backup: npx -y pnpm@12 restore FILE --key KEY\n',
  ])
  const unknown = await runCommand('verify-anonymity', ['--nonsense'])
  expect([unknown.code, unknown.stderr.split('\n')[0]]).toEqual([2, 'Unknown option: --nonsense'])
})
