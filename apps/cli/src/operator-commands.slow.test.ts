import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withData } from '@wayproof/command-line/open-data'
import { type Ended, runCommand } from '@wayproof/command-line/testing/run-command'
import { storePlace } from '@wayproof/database/installation/store-settings'
import { databaseAt } from '@wayproof/database/testing/database-for-tests'
import { emptyDatabase } from '@wayproof/database/testing/installation-for-tests'
import { expect, inject, onTestFinished, test } from 'vitest'

/** A migration that changes rows only, so that a database without its record can be upgraded again. */
const REPEATABLE = { sqlite: '0092_letters_go_on', postgresql: '0032_letters_go_on' }[inject('engine')]
const KEY = 'wayproof-backup.key'

async function installation() {
  const data = mkdtempSync(join(tmpdir(), 'wayproof-operator-'))
  onTestFinished(() => rmSync(data, { recursive: true, force: true }))
  const settings = { DATA_DIR: data, WAVE_KEY_DIR: `${data}-keys`, DATABASE_URL: await emptyDatabase() }
  await withData(storePlace(settings), async () => undefined)
  chmodSync(join(data, 'wayproof.key'), 0o600)
  const run = (name: string, ...args: readonly string[]) => runCommand(name, args, settings)
  const database = databaseAt(settings.DATABASE_URL)
  const makeOlder = () =>
    database.run('DELETE FROM _prisma_migrations WHERE migration_name = @name', { name: REPEATABLE })
  return { data, run, makeOlder, database }
}

const result = ({ stdout }: Ended) => JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')

test('every command of the operations page that checks, shows, plays or upgrades runs as it is written there', async () => {
  const { data, run } = await installation()
  const page = readFileSync(new URL('../../../docs/operations.md', import.meta.url), 'utf8')
  const written = [...page.matchAll(/^wayproof ((doctor|status|rehearse|upgrade)\b.*)$/gm)].map(([, line = '']) => line)
  expect(new Set(written.map((line) => line.split(' ')[0]))).toEqual(
    new Set(['doctor', 'status', 'rehearse', 'upgrade']),
  )
  const key = join(data, KEY)
  expect((await run('backup-key', key)).code).toBe(0)
  expect((await run('backup')).code).toBe(0)
  const restores = written.filter((line) => line.includes('--restore'))
  expect(restores).toHaveLength(1)
  // A restore has to be proven before `doctor` is content.
  for (const line of [...restores, ...written]) {
    const [name = '', ...args] = line.replace(`/media/safe/${KEY}`, key).replace('--days 183', '--days 2').split(' ')
    const { code, stdout, stderr } = await run(name, ...args)
    expect([line, code, stderr.match(/^ {4}at .*/m)]).toEqual([line, 0, null])
    expect(stdout).not.toBe('')
  }
})

test('an older database is upgraded after a backup only by upgrade; other commands refuse it and status shows it', async () => {
  const { data, run, makeOlder } = await installation()
  await makeOlder()
  for (const name of ['verify', 'rebuild-tallies']) {
    const refused = await run(name)
    expect([name, refused.code, refused.stderr]).toEqual([name, 1, expect.stringContaining('run upgrade')])
  }
  expect(result(await run('status', '--json'))).toMatchObject({ database: { state: 'older', pending: 1 } })
  const early = await run('upgrade')
  expect([early.code, early.stderr]).toEqual([
    2,
    expect.stringMatching(/backup-key FILE|no backup of the last 24 hours/),
  ])
  expect(result(await run('status', '--json'))).toMatchObject({ database: { state: 'older' } })

  expect((await run('backup-key', join(data, KEY))).code).toBe(0)
  const isServer = inject('engine') === 'postgresql'
  const upgraded = await run('upgrade', '--json', ...(isServer ? ['--no-backup'] : []))
  expect([upgraded.code, upgraded.stderr]).toEqual([0, expect.stringContaining('in 1 step, all of them or none')])
  const { file, asksAboutClock } = result(upgraded)
  expect(asksAboutClock).toBe(false)
  if (isServer) expect(file).toBeNull()
  else expect(existsSync(file)).toBe(true)
  expect(result(await run('status', '--json'))).toMatchObject({ database: { state: 'intact', pending: 0 } })
  expect((await run('verify')).code).toBe(0)
  expect((await run('upgrade')).stdout).toContain('There is nothing to upgrade.')
})

test('two doctors at once are both content, and a proof with another key is refused and recorded nowhere', async () => {
  const { data, run } = await installation()
  const key = join(data, KEY)
  expect((await run('backup-key', key)).code).toBe(0)
  expect((await run('backup')).code).toBe(0)
  const other = join(data, 'other.key')
  writeFileSync(other, readFileSync(key, 'utf8').replace(/[0-9a-f]{8}/i, '00000000'))
  const refused = result(await run('doctor', '--json', '--restore', other))
  expect(refused.checks.filter(({ ok }: { readonly ok: boolean }) => !ok)).toMatchObject([{ name: 'restore' }])
  expect(result(await run('status', '--json'))).toMatchObject({ restoreProvenAt: null })
  const both = await Promise.all([run('doctor', '--json', '--restore', key), run('doctor', '--json', '--restore', key)])
  expect(both.map(({ code }) => code)).toEqual([0, 0])
  expect(result(await run('status', '--json'))).toMatchObject({ restoreProvenAt: expect.any(Number) })
  const left = readdirSync(tmpdir()).filter((name) => name.startsWith('wayproof-proof-'))
  expect(left).toEqual([])
  expect(statSync(data).isDirectory()).toBe(true)
})

test('status is read while an upgrade runs', async () => {
  const { run, makeOlder } = await installation()
  await makeOlder()
  const [upgraded, ...states] = await Promise.all([
    run('upgrade', '--no-backup'),
    ...Array.from({ length: 3 }, () => run('status', '--json')),
  ])
  expect(upgraded.code).toBe(0)
  for (const state of states)
    expect([state.code, result(state).database.state]).toEqual([0, expect.stringMatching(/^(?:older|intact)$/)])
})
