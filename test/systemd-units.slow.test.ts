import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { requireProgram } from '../packages/local-stack/src/testing/system-program.ts'

const shipped = join(import.meta.dirname, '../deploy/systemd')

test.each(readdirSync(shipped))('systemd understands %s', (unit) => {
  requireProgram('/usr/bin/systemd-analyze', 'systemd')
  const folder = mkdtempSync(join(tmpdir(), 'wayproof-units-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, unit)
  const text = readFileSync(join(shipped, unit), 'utf8')
  // Only the program has to exist on this machine.
  writeFileSync(file, text.replace('/opt/wayproof/wayproof', '/bin/true').replaceAll('=wayproof\n', '=root\n'))
  const verified = execFileSync('systemd-analyze', ['verify', '--man=no', file], { encoding: 'utf8', stdio: 'pipe' })
  expect(verified).toBe('')
})
