import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

interface Check {
  readonly name: string
  readonly ok: boolean
  readonly detail: string
}

/** Throws if the release cannot make a PDF: its own `doctor` tries, with no other program in PATH. */
export function assertWorks(release: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'wayproof-doctor-'))
  try {
    const env = { PATH: '/usr/bin:/bin', LANG: 'en', DATA_DIR: join(folder, 'data') }
    const { stdout, stderr } = spawnSync(join(release, 'wayproof'), ['doctor', '--json'], { env, encoding: 'utf8' })
    const { checks }: { checks: readonly Check[] } = JSON.parse(stdout || '{"checks":[]}')
    const pdf = checks.find(({ name }) => name === 'pdf')
    if (!pdf?.ok) throw new Error(`the release cannot make a PDF: ${pdf?.detail ?? stderr}`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
