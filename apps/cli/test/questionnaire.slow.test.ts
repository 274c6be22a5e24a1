import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withData } from '@wayproof/command-line/open-data'
import { runCommand } from '@wayproof/command-line/testing/run-command'
import { openKeyFile } from '@wayproof/database/installation/key-file'
import { storePlace } from '@wayproof/database/installation/store-settings'
import { emptyDatabase } from '@wayproof/database/testing/installation-for-tests'
import { DEFAULT_QUESTIONNAIRE as shipped } from '@wayproof/forms/questionnaire/default-questionnaire'
import { systemTokens } from '@wayproof/kernel/system'
import { translated } from '@wayproof/survey/testing/translated'
import { expect, onTestFinished, test } from 'vitest'

function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'wayproof-questionnaire-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** The questionnaire as a file, with changes. */
function written(change: object): string {
  const file = join(folder(), 'questionnaire.json')
  writeFileSync(file, JSON.stringify({ ...shipped, ...change }))
  return file
}

type Places = Readonly<Record<'DATA_DIR' | 'DATABASE_URL', string>>

/** The places of an installation whose store has the built-in version. */
async function installation(): Promise<Places> {
  const places = { DATA_DIR: folder(), DATABASE_URL: await emptyDatabase() }
  const storeFiles = storePlace(places)
  await openKeyFile(storeFiles.keyFile, systemTokens, storeFiles.databaseUrl)
  await withData(storeFiles, ({ survey }) => survey.publishQuestionnaire(shipped, 1))
  return places
}

const latest = (places: Places) =>
  withData(storePlace(places), async ({ survey }) => (await survey.latestQuestionnaire())?.version)

const harder = shipped.items.map((item) => (item.id === 'trust' ? { ...item, en: 'Do you trust us?' } : item))

test('checks without a database, and reports every fault in the language of the terminal', async () => {
  const empty = folder()
  const good = await runCommand('questionnaire', [written({}), '--data', empty])
  expect([good.code, good.stdout]).toEqual([0, `${shipped.id}, version ${shipped.version}: 13 questions, valid.\n`])
  const items = [...harder.slice(1), { ...shipped.items.at(-1), id: 'passport', en: 'Your passport number?' }]
  const bad = await runCommand('questionnaire', [written({ items }), '--json'], { LC_ALL: 'zh_CN.UTF-8' })
  expect(bad.code).toBe(1)
  expect(bad.stderr).toContain('至少须有一道所有人都会看到的必答题。')
  expect(bad.stderr).toContain('“passport”询问证件号、护照、银行卡或电话。')
  expect(JSON.parse(bad.stdout).faults.map(({ code }: { code: string }) => code)).toEqual([
    'no-required-item',
    'headline-missing',
    'asks-identity',
    'second-open-text',
  ])
})

test('the warnings are in the JSON, too', async () => {
  const more = Array.from({ length: 3 }, (_, nth) => ({ ...shipped.items[1], id: `more-${nth}` }))
  const { stdout } = await runCommand('questionnaire', [
    ...[written({ items: [...shipped.items, ...more] }), '--json', '--data', folder()],
  ])
  expect(JSON.parse(stdout)).toMatchObject({ faults: [], warnings: [{ code: 'many-questions', count: 16 }] })
})

test('a version is refused until it is complete in each language in use', async () => {
  const places = await installation()
  const act = { by: { id: 'lin', name: 'Lin' }, at: 1 }
  await withData(storePlace(places), async ({ languages }) => {
    await languages.save({ tag: 'fr', seen: 0 }, { name: 'Français', sentences: {} }, act)
    await languages.setActive({ tag: 'fr', seen: 1 }, true, act)
  })
  const english = { ...shipped, version: shipped.version + 1 }
  const refused = await runCommand('questionnaire', [written(english), '--publish', '--json'], places)
  expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('“stem”: missing translation into “fr”.')])
  expect(JSON.parse(refused.stdout).faults[0]).toEqual({ code: 'translation-missing', at: 'stem', language: 'fr' })
  const french = await runCommand('questionnaire', [written(translated(english, 'fr')), '--publish'], places)
  expect([french.code, french.stdout]).toEqual([0, expect.stringContaining('every trend continues')])
  expect(await latest(places)).toBe(english.version)
})

test('publishes a version once, reports the broken trends, and never changes a published version', async () => {
  const places = await installation()
  const run = (file: string, ...options: readonly string[]) => runCommand('questionnaire', [file, ...options], places)
  const next = written({ version: shipped.version + 1, items: harder })
  const looked = await run(next)
  expect(looked.stdout).toContain('these trends break:\n  trust: reworded')
  expect(await latest(places)).toBe(shipped.version)

  const published = await run(next, '--publish', '--json')
  expect(published.code).toBe(0)
  expect(JSON.parse(published.stdout)).toMatchObject({ published: true, trends: [{ id: 'trust', because: 'wording' }] })
  expect(await latest(places)).toBe(shipped.version + 1)

  const changed = written({ version: shipped.version + 1, estimatedMinutes: 9 })
  const again = await run(changed, '--publish')
  expect([again.code, again.stderr]).toEqual([
    1,
    expect.stringContaining('is already published with different content'),
  ])
  const older = await run(written({}), '--publish')
  expect([older.code, older.stderr]).toEqual([1, expect.stringContaining('is older than the published version')])
  expect(await latest(places)).toBe(shipped.version + 1)
})

test('an invalid questionnaire is refused with the reason', async () => {
  const broken = join(folder(), 'broken.json')
  writeFileSync(broken, '{\n"id": ,\n"version": 1\n}')
  const twice = join(folder(), 'twice.json')
  writeFileSync(twice, '{"id": "a",\n"id": "b"}')
  const told = async (...args: string[]) => {
    const { code, stderr } = await runCommand('questionnaire', args)
    return [code, stderr.split('\n')[0]]
  }
  expect(await told(broken)).toEqual([1, expect.stringContaining('line 2 or the one before it is not valid JSON')])
  expect(await told(twice)).toEqual([1, expect.stringContaining('line 2 has “id” a second time')])
  expect(await told(written({ items: [{ id: 'a' }] }))).toEqual([
    1,
    expect.stringContaining('Wrong or missing: items.0'),
  ])
  expect(await told(join(folder(), 'none.json'))).toEqual([2, expect.stringContaining('cannot be read')])
  expect(await told()).toEqual([2, 'Name the questionnaire file.'])
  expect(await told(written({}), '--publish', '--data', folder())).toEqual([2, expect.stringContaining('no database')])
})
