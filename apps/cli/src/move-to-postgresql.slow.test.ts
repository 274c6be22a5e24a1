import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withData } from '@wayproof/command-line/open-data'
import { commandFile, runCommand } from '@wayproof/command-line/testing/run-command'
import { openKeyFile } from '@wayproof/database/installation/key-file'
import { storePlace } from '@wayproof/database/installation/store-settings'
import { databaseAt } from '@wayproof/database/testing/database-for-tests'
import { createServerDatabase } from '@wayproof/database/testing/server-database'
import { systemTokens } from '@wayproof/kernel/system'
import { expect, inject, onTestFinished, test } from 'vitest'

const MOST_MOVES = 8

const ORGANISATION = {
  ...{ nameZh: '远行', nameEn: 'Faraway', contactEmail: 'p@x.example', programmeStart: '2024-01-01' },
  ...{ baselineYear: null, sample: false },
}

/** A data folder with a database of one organization. */
async function installation(): Promise<string> {
  const data = mkdtempSync(join(tmpdir(), 'wayproof-move-'))
  onTestFinished(() => rmSync(data, { recursive: true, force: true }))
  const place = storePlace({ DATA_DIR: data })
  await openKeyFile(place.keyFile, systemTokens, place.databaseUrl)
  await withData(place, (store) => store.organisation.save(ORGANISATION))
  return data
}

async function emptyServer(): Promise<string> {
  const { url, drop } = await createServerDatabase(inject('postgresUrl'))
  onTestFinished(drop)
  return url
}

const nameOf = (url: string) => `${new URL(url).host}${new URL(url).pathname}`
const jsonOf = (stdout: string) => JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')

test('an installation moves to a server, where its backup is made and restored', async () => {
  const [data, url, other] = [await installation(), await emptyServer(), await emptyServer()]
  const moved = await runCommand('move', ['--to', url, '--json'], { DATA_DIR: data })
  expect(moved.stderr).toContain(`Destroy ${join(data, 'wayproof.db')} and its backups`)
  expect(moved.code).toBe(0)
  expect(moved.stdout + moved.stderr).not.toContain(new URL(url).password || 'no password')
  const result = jsonOf(moved.stdout)
  expect(result).toMatchObject({ from: join(data, 'wayproof.db'), to: nameOf(url), resumed: false, holds: true })
  expect(result.tables.organisation).toEqual({ rows: 1, digest: expect.stringMatching(/^[0-9a-f]{64}$/) })

  const old = await runCommand('rebuild-tallies', ['--data', data])
  expect([old.code, old.stderr]).toEqual([1, expect.stringContaining(`This database was moved to ${nameOf(url)}`)])

  const server = { DATA_DIR: data, DATABASE_URL: url }
  const secret = join(data, 'secret.key')
  await runCommand('backup-key', [secret], server)
  const backup = join(data, 'one.backup')
  const made = await runCommand('backup', [backup, '--json'], server)
  expect([made.code, made.stderr]).toEqual([0, expect.stringContaining(`Created the backup ${backup}`)])
  const filled = await runCommand('restore', [backup, '--key', secret], server)
  expect([filled.code, filled.stderr]).toEqual([2, expect.stringContaining(`${nameOf(url)} already exists`)])
  const restored = await runCommand('restore', [backup, '--key', secret], { ...server, DATABASE_URL: other })
  expect([restored.code, restored.stdout]).toEqual([0, expect.stringContaining(`Restored ${nameOf(other)}`)])
  const names = 'SELECT name_en AS name FROM organisation'
  expect(await databaseAt(other).rows(names)).toEqual([{ name: 'Faraway' }])
  const recorded = "SELECT act FROM audit_entry WHERE act IN ('move-begun', 'backed-up') ORDER BY id"
  expect(await databaseAt(url).rows(recorded)).toEqual([{ act: 'move-begun' }, { act: 'backed-up' }])
})

interface Move {
  readonly data: string
  readonly url: string
}

/** Starts a move and kills it once `isTime`. False if the signal came too late: the move had ended. */
async function killedMove({ data, url }: Move, isTime: (stderr: string) => boolean): Promise<boolean> {
  const child = spawn(process.execPath, ['--import', 'tsx', commandFile('move'), '--to', url], {
    env: { ...process.env, DATA_DIR: data, LC_ALL: 'en' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let stderr = ''
  child.stderr.on('data', (chunk) => (stderr += chunk))
  const ended = once(child, 'exit')
  const hasEnded = () => child.exitCode !== null
  await expect.poll(() => hasEnded() || isTime(stderr), { interval: 2 }).toBe(true)
  child.kill('SIGKILL')
  const [code, signal] = await ended
  if (code !== null) expect(code, stderr).toBe(0)
  return signal === 'SIGKILL' && isTime(stderr)
}

/** A move that was killed. On a busy machine the signal may come too late; then another installation moves. */
async function unfinishedMove(begin: () => Promise<Move>, isTime: (move: Move, stderr: string) => boolean) {
  for (let attempt = 1; attempt <= MOST_MOVES; attempt += 1) {
    const move = await begin()
    if (await killedMove(move, (stderr) => isTime(move, stderr))) return move
  }
  throw new Error(`each of ${MOST_MOVES} moves ended before it was killed`)
}

async function moveAgain({ data, url }: Move) {
  const moved = await runCommand('move', ['--to', url, '--json'], { DATA_DIR: data })
  expect([moved.code, jsonOf(moved.stdout)]).toEqual([0, expect.objectContaining({ holds: true })])
}

test('a move to a server that was killed is run again', async () => {
  const begin = async () => ({ data: await installation(), url: await emptyServer() })
  await moveAgain(await unfinishedMove(begin, (_move, stderr) => stderr.includes('Moving')))
})

test('a move to a file that was killed is run again, and the second run removes the unfinished copy', async () => {
  const begin = async () => {
    const data = await installation()
    return { data, url: `file:${join(data, 'new', 'wayproof.db')}` }
  }
  const folderOf = ({ data }: Move) => join(data, 'new')
  const copiesOf = (move: Move) =>
    existsSync(folderOf(move)) ? readdirSync(folderOf(move)).filter((name) => name.includes('-copy-')) : []
  const isCopying = (move: Move) => copiesOf(move).some((name) => existsSync(join(folderOf(move), name, 'moved.db')))
  const move = await unfinishedMove(begin, isCopying)
  expect([copiesOf(move).length, existsSync(join(folderOf(move), 'wayproof.db'))]).toEqual([1, false])
  await moveAgain(move)
  expect(copiesOf(move)).toEqual([])
})

test('a wrong call, a missing installation and a filled target are explained in both languages', async () => {
  const [data, other] = [await installation(), await installation()]
  const nowhere = join(data, 'nowhere')
  const target = `file:${join(other, 'wayproof.db')}`
  const calls = [
    [data, [], /Usage: npx -y pnpm@12 move --to URL/, /用法：npx -y pnpm@12 move --to/],
    [data, ['--to', 'mysql://x/y'], /Usage: npx -y pnpm@12 move/, /用法：npx -y pnpm@12 move/],
    [data, ['--to', target, 'more'], /Usage: npx -y pnpm@12 move/, /用法：npx -y pnpm@12 move/],
    [nowhere, ['--to', 'file:/nowhere/x.db'], /There is no database/, /不存在|没有/],
    [data, ['--to', target], /already contains data\. A move needs an empty database/, /只能迁移到空数据库/],
  ] as const
  const ended = await Promise.all(
    calls.flatMap(([folder, args]) =>
      ['en', 'zh_CN'].map((language) => runCommand('move', args, { DATA_DIR: folder, LC_ALL: language })),
    ),
  )
  for (const [n, [, , english, chinese]] of calls.entries())
    for (const [m, pattern] of [english, chinese].entries())
      expect([ended[2 * n + m]?.code, ended[2 * n + m]?.stderr]).toEqual([2, expect.stringMatching(pattern)])
  expect(existsSync(nowhere)).toBe(false)
})
