import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withData } from '@wayproof/command-line/open-data'
import { commandFile, runCommand } from '@wayproof/command-line/testing/run-command'
import { openKeyFile, readKeyFile } from '@wayproof/database/installation/key-file'
import { type StorePlace, storePlace } from '@wayproof/database/installation/store-settings'
import { databaseAt } from '@wayproof/database/testing/database-for-tests'
import { createServerDatabase } from '@wayproof/database/testing/server-database'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { systemClock, systemIds, systemTokens } from '@wayproof/kernel/system'
import { importRows, travelerRows } from '@wayproof/survey/testing/traveler-rows'
import { expect, inject, onTestFinished, test } from 'vitest'

const TRAVELERS = 3_000
/** A rotation that ended too early takes 3 s. */
const MOST_GENERATIONS = 9

interface Installation {
  readonly env: Readonly<Record<string, string>>
  readonly place: StorePlace
}

/** An installation with travelers, on the engine of the run. */
async function installation(travelers = TRAVELERS): Promise<Installation> {
  const data = mkdtempSync(join(tmpdir(), 'wayproof-rotate-'))
  onTestFinished(() => rmSync(data, { recursive: true, force: true }))
  const env = { DATA_DIR: data, DATABASE_URL: await databaseUrl(data) }
  const place = storePlace(env)
  await openKeyFile(place.keyFile, systemTokens, place.databaseUrl)
  await withData(place, async ({ survey }) => {
    const ports = { store: survey, clock: systemClock, ids: systemIds, timeZone: 'Asia/Shanghai' }
    await importRows(ports, travelerRows(travelers))
  })
  return { env, place }
}

async function databaseUrl(data: string): Promise<string> {
  if (inject('engine') === 'sqlite') return ['file', join(data, 'wayproof.db')].join(':')
  const { url, drop } = await createServerDatabase(inject('postgresUrl'))
  onTestFinished(drop)
  return url
}

const rotate = ({ env }: Installation, ...args: readonly string[]) => runCommand('rotate-key', args, env)

const textOf = (path: string) => readFileSync(path, 'utf8')

/** The number of addresses that the newest generation of the key file has encrypted. */
async function encryptedAddresses({ place }: Installation): Promise<number> {
  const keyFile = readKeyFile(place.keyFile, systemTokens)
  if (!keyFile.ok) throw new Error(keyFile.fault.code)
  const newest = keyring(keyFile.value.keys.at(-1) ?? new Uint8Array())
  const select = 'SELECT email_sealed AS sealed FROM traveler'
  const rows = await databaseAt(place.databaseUrl).rows<{ sealed: Uint8Array }>(select)
  return rows.filter(({ sealed }) => {
    try {
      return newest.open('address', sealed) !== ''
    } catch {
      return false
    }
  }).length
}

test('without a confirmation nothing changes, and the confirmed call encrypts every address again', async () => {
  const world = await installation()
  const before = textOf(world.place.keyFile)
  const asked = await rotate(world)
  expect([asked.code, asked.stdout]).toEqual([0, expect.stringContaining('repeat the command with --confirm 2')])
  expect(asked.stdout).toContain('Everyone signs in again.')
  expect(textOf(world.place.keyFile)).toBe(before)
  const done = await rotate(world, '--confirm', '2', '--json')
  expect([done.code, JSON.parse(done.stdout)]).toEqual([0, { generation: 2, made: true, values: TRAVELERS }])
  expect(done.stderr).toContain(`Copy ${world.place.keyFile} to every other machine and to its safe place now.`)
  expect(done.stderr).not.toMatch(/[0-9a-f]{64}/)
  expect(await encryptedAddresses(world)).toBe(TRAVELERS)
  const again = await rotate(world, '--confirm', '2')
  expect([again.code, again.stdout]).toEqual([0, expect.stringContaining('No new one was made.')])
  expect(again.stdout).toContain('Encrypted again: 0.')
})

/** Starts the command and kills it once `isTime`. Returns the number of addresses that it left. */
async function killedRotation(
  world: Installation,
  generation: string,
  isTime: () => Promise<boolean>,
): Promise<number> {
  const { env, place } = world
  const args = ['--import', 'tsx', commandFile('rotate-key'), '--confirm', generation]
  const child = spawn(process.execPath, args, { env: { ...process.env, ...env, LC_ALL: 'en' }, stdio: 'ignore' })
  const ended = once(child, 'exit')
  await expect.poll(isTime, { interval: 1 }).toBe(true)
  child.kill('SIGKILL')
  await ended
  await withData(place, async ({ survey }) => expect(await survey.wave('2026-H1')).toBeNull())
  return TRAVELERS - (await encryptedAddresses(world))
}

test.each([
  ['as soon as the key file has the generation', async () => true],
  ['after the first addresses', async (world: Installation) => (await encryptedAddresses(world)) > 0],
])('a rotation that is killed %s is completed by the same call, after an app has started', async (_, isTime) => {
  const world = await installation()
  let left = 0
  let generation = 1
  // On a busy machine a rotation may end before the signal reaches it; then the next one is killed.
  while (left === 0 && generation < MOST_GENERATIONS) {
    const next = String(++generation)
    const isMade = () => textOf(world.place.keyFile).includes(`generation ${next}`)
    left = await killedRotation(world, next, async () => isMade() && (await isTime(world)))
  }
  expect(left).toBeGreaterThan(0)
  const made = textOf(world.place.keyFile)
  const asked = await rotate(world)
  const earlier = String.raw`Encrypted with an earlier generation: [\d,]+\. .*--confirm ${generation}\b`
  expect(asked.stdout).toMatch(new RegExp(earlier))
  const done = await rotate(world, '--confirm', String(generation), '--json')
  expect([done.code, JSON.parse(done.stdout)]).toEqual([0, { generation, made: false, values: left }])
  expect(textOf(world.place.keyFile)).toBe(made)
  expect(await encryptedAddresses(world)).toBe(TRAVELERS)
})

test('wrong calls and faults are explained in both languages and change nothing', async () => {
  const world = await installation(3)
  const { keyFile } = world.place
  const own = textOf(keyFile)
  const expectFault = async (args: readonly string[], english: RegExp, chinese: RegExp) => {
    for (const [language, pattern] of [
      ['en', english],
      ['zh_CN', chinese],
    ] as const) {
      const ended = await runCommand('rotate-key', args, { ...world.env, LC_ALL: language })
      expect([ended.code, ended.stderr]).toEqual([expect.any(Number), expect.stringMatching(pattern)])
      expect(ended.code).not.toBe(0)
    }
  }
  await expectFault(['more'], /Usage: npx -y pnpm@12 rotate-key/, /用法：npx -y pnpm@12 rotate-key/)
  await expectFault(['--confirm', 'yes'], /Usage: npx -y pnpm@12 rotate-key/, /用法：npx -y pnpm@12 rotate-key/)
  await expectFault(['--confirm', '3'], /next generation of the key is 2/, /下一代密钥为第 2 代/)
  await withData(world.place, async ({ survey }) => {
    // A connection that is idle for long is closed.
    const busy = setInterval(() => void survey.wave('2026-H1'), 1_000)
    await survey.wave('2026-H1')
    await expectFault(['--confirm', '2'], /An app uses .* Stop all apps/, /有应用正在使用/).finally(() =>
      clearInterval(busy),
    )
  })
  expect(textOf(keyFile)).toBe(own)
  writeFileSync(`${keyFile}.provided`, own)
  rmSync(keyFile)
  await expectFault(['--confirm', '2'], /key file .* is missing/, /密钥文件 .* 缺失/)
  symlinkSync(`${keyFile}.provided`, keyFile)
  await expectFault(['--confirm', '2'], /is read-only, or a link/, /为只读/)
  rmSync(keyFile)
  writeFileSync(keyFile, own.replace(/^[0-9a-f]{4}/, 'abcd'))
  await expectFault(['--confirm', '2'], /belongs to another database/, /属于另一个数据库/)
  writeFileSync(keyFile, own)
  expect(await encryptedAddresses(world)).toBe(3)
})

test('an app with a key file of before a rotation says which generation it lacks', async () => {
  const world = await installation(3)
  const before = textOf(world.place.keyFile)
  expect((await rotate(world, '--confirm', '2')).code).toBe(0)
  writeFileSync(world.place.keyFile, before)
  for (const [language, pattern] of [
    ['en', /lacks generation 2 of the key/],
    ['zh_CN', /缺少本数据库正在使用的第 2 代密钥/],
  ] as const) {
    const ended = await runCommand('rebuild-tallies', [], { ...world.env, LC_ALL: language })
    expect([ended.code, ended.stderr]).toEqual([1, expect.stringMatching(pattern)])
  }
})
