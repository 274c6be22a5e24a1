import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { engines } from '@wayproof/database/testing/engines'
import { refuseWrites } from '@wayproof/database/testing/refuse-writes'
import { temporaryFile } from '@wayproof/database/testing/temporary-file'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { outboxStore } from '@wayproof/letters/outbox/outbox-rows'
import { healthStore } from '@wayproof/operations/health/health-store'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { correctAnswer } from '../answers/correct-answer.ts'
import { rebuildTallies } from '../answers/rebuild-tallies.ts'
import { newReceipt } from '../answers/receipt.ts'
import { saveDraft } from '../answers/save-draft.ts'
import { showAnswer } from '../answers/show-answer.ts'
import { showInvitation } from '../answers/show-invitation.ts'
import { withdrawAnswer } from '../answers/withdraw-answer.ts'
import { countOf, openedWave, type SurveyWorld, submit, surveyOn, tallies, tokens } from '../testing/survey-world.ts'
import { cutTies } from '../unlinking/cut-ties.ts'
import { decryptAnswers } from '../unlinking/decrypt-answers.ts'
import { closeWave } from '../waves/close-wave.ts'
import { answerCiphers } from './answer-cipher.ts'
import { surveyInstances } from './survey-instances.ts'
import { waveKeyFolder } from './wave-key-folder.ts'
import { lostKeyStore } from './wave-key-stores.ts'

const period = '2026-H1'
const AFTER = '2026-08-01T02:00:00Z'

const sizes = async ({ database }: SurveyWorld, table: string, column: string) =>
  (await database.query.all<{ n: number }>(`SELECT DISTINCT length(${column}) AS n FROM ${table}`)).map(({ n }) => n)

const comments = async ({ database }: SurveyWorld) =>
  (await database.query.all<{ text: string }>('SELECT text FROM comment')).map(({ text }) => text).sort()

const waveId = async ({ ports }: SurveyWorld) => (await ports.store.wave(period))?.id ?? ''

const readiness = ({ database, waveKeys, ports }: SurveyWorld) =>
  healthStore(database, { keyring: ports.keyring, waveKeys }).readiness()

/** Closes a wave whose unlinking does not begin yet. */
async function closed(world: SurveyWorld): Promise<void> {
  const store = { ...world.ports.store, unlinkWave: () => Promise.reject(new Error('stopped')) }
  world.setNow(AFTER)
  await expect(closeWave({ ...world.ports, store }, { period })).rejects.toThrow('stopped')
}

async function opened(world: SurveyWorld, people: number): Promise<readonly string[]> {
  await openedWave(world, people)
  return tokens(world)
}

describe.each(engines)('an encrypted wave on $engine', ({ open }) => {
  const encryptedWorld = async () => surveyOn(await open(), { encrypts: true })

  test('answers, drafts, corrections and withdrawals work, and their rows have one size and no words', async () => {
    const world = await encryptedWorld()
    const [first = '', second = '', third = '', fourth = ''] = await opened(world, 4)
    const receipts = [newReceipt(systemTokens), newReceipt(systemTokens), newReceipt(systemTokens)] as const
    await saveDraft(world.ports, { token: fourth, fields: { overall: '2', improve: 'begun' } })
    await submit(world, first, { overall: '4', improve: '字'.repeat(1000) }, receipts[0])
    await submit(world, second, { overall: '5' }, receipts[1])
    await submit(world, third, { overall: '1', improve: 'short' }, receipts[2])
    expect(await showInvitation(world.ports, { token: fourth })).toMatchObject({
      value: { draft: { values: { overall: '2' }, comment: 'begun' } },
    })
    expect(await showAnswer(world.ports, { receipt: receipts[0] })).toMatchObject({
      value: { answer: { values: { overall: '4' }, comment: '字'.repeat(1000) } },
    })
    const correction = { receipt: receipts[1], locale: 'en' as const, fields: { overall: '2', improve: 'changed' } }
    expect(await correctAnswer(world.ports, correction)).toMatchObject({ ok: true })
    expect(await showAnswer(world.ports, { receipt: receipts[1] })).toMatchObject({
      value: { answer: { values: { overall: '2' }, comment: 'changed' } },
    })
    expect(await withdrawAnswer(world.ports, { receipt: receipts[2] })).toMatchObject({ ok: true })
    expect(await sizes(world, 'answer', 'encrypted')).toHaveLength(1)
    expect(await countOf(world, `answer WHERE "values" <> '' OR comment IS NOT NULL OR language IS NOT NULL`)).toBe(0)
    expect(await tallies(world)).toEqual(['* break-off 2', 'overall 2 1', 'overall 4 1'])
  })

  test('at the close its answers are decrypted and its key is destroyed, which is recorded', async () => {
    const world = await encryptedWorld()
    const links = await opened(world, 12)
    for (const [n, token] of links.entries())
      await submit(world, token, { overall: String(1 + (n % 5)), improve: n < 6 ? 'call 13812345678' : '' })
    const before = await tallies(world)
    const id = await waveId(world)
    expect(world.waveKeys.has(id)).toBe(true)
    world.setNow(AFTER)
    expect(await closeWave(world.ports, { period })).toMatchObject({ ok: true, value: { status: 'unlinked' } })
    expect(await tallies(world)).toEqual(before)
    expect(await comments(world)).toEqual(Array.from({ length: 6 }, () => 'call ⟦number⟧'))
    expect(await countOf(world, 'answer WHERE encrypted IS NULL')).toBe(12)
    expect(await countOf(world, 'decrypted_answer')).toBe(0)
    expect(world.waveKeys.has(id)).toBe(false)
    expect(await countOf(world, 'wave WHERE key_destroyed_at IS NOT NULL')).toBe(1)
    expect(await countOf(world, `audit_entry WHERE act = 'wave-key-destroyed' AND subject = '${period}'`)).toBe(1)
    expect(await rebuildTallies(world.ports, { period })).toMatchObject({ value: { answers: 12, differences: [] } })
  })

  test('without its key no page opens and no answer is saved, and with it again the wave closes', async () => {
    const world = await encryptedWorld()
    const [first = '', second = ''] = await opened(world, 3)
    await submit(world, first, { overall: '4' })
    const id = await waveId(world)
    const master = world.waveKeys.master(id) ?? new Uint8Array()
    const keyless = await surveyOn(world.database, { encrypts: true })
    const missing = { code: 'wave-key-missing' }
    expect(await readiness(keyless)).toContainEqual(missing)
    expect(await readiness(world)).not.toContainEqual(missing)
    await expect(showInvitation(keyless.ports, { token: second })).rejects.toMatchObject(missing)
    await expect(submit(keyless, second, { overall: '4' })).rejects.toMatchObject(missing)
    // The key of another wave is as good as none.
    keyless.waveKeys.put(id, systemTokens.bytes(32))
    await expect(submit(keyless, second, { overall: '4' })).rejects.toMatchObject(missing)
    expect(await countOf(world, 'answer')).toBe(1)
    keyless.setNow(AFTER)
    await expect(closeWave(keyless.ports, { period })).rejects.toMatchObject(missing)
    expect(await countOf(world, `wave WHERE status = 'closed' AND unlinked_at IS NULL`)).toBe(1)
    expect(await countOf(world, 'answer WHERE encrypted IS NOT NULL')).toBe(1)
    keyless.waveKeys.destroy(id)
    keyless.waveKeys.put(id, master)
    expect(await closeWave(keyless.ports, { period })).toMatchObject({ ok: true, value: { status: 'unlinked' } })
    expect(await countOf(world, `answer WHERE "values" LIKE '4%'`)).toBe(1)
  })

  test('a key is lost only if the operator says so after the close, and then the wave closes without answers', async () => {
    const world = await encryptedWorld()
    const links = await opened(world, 6)
    for (const token of links) await submit(world, token, { overall: '4', improve: 'lost' })
    const id = await waveId(world)
    const lose = (of = period) => lostKeyStore(world.database, world.waveKeys).confirm(of, 1)
    const refused = (code: string) => ({ ok: false, fault: { code } })
    expect(await lose('2020-H1')).toEqual(refused('no-wave'))
    expect(await lose()).toEqual(refused('wave-open'))
    await closed(world)
    expect(await lose()).toEqual(refused('key-present'))
    world.waveKeys.destroy(id)
    expect(await lose()).toEqual({ ok: true, value: 6 })
    expect(await closeWave(world.ports, { period })).toMatchObject({ ok: true, value: { status: 'unlinked' } })
    expect([await countOf(world, 'answer'), await countOf(world, 'comment'), await countOf(world, 'tally')]).toEqual([
      0, 0, 0,
    ])
    expect(await countOf(world, 'wave WHERE answered_count = 6 AND key_lost_at IS NOT NULL')).toBe(1)
    expect(await lose()).toEqual(refused('not-encrypted'))
  })

  test('its letters leave once every running survey app has its key', async () => {
    const world = await encryptedWorld()
    const { database } = world
    const [near, far] = [world.waveKeys, waveKeyFolder(dirname(temporaryFile()), systemTokens)]
    const outbox = outboxStore({ database, keyring: world.ports.keyring, ids: systemIds })
    const claimed = async () => {
      const now = world.ports.clock.now()
      return (await outbox.claim(1, now, now + 1)).length
    }
    await surveyInstances(database, far).report('far')
    await openedWave(world, 3)
    const id = await waveId(world)
    expect(await surveyInstances(database, far).report('far')).toEqual([period])
    expect(await claimed()).toBe(0)
    far.put(id, near.master(id) ?? new Uint8Array())
    expect(await claimed()).toBe(0)
    expect(await surveyInstances(database, far).report('far')).toEqual([])
    expect(await claimed()).toBe(1)
  })

  test('no letter leaves while no survey app runs', async () => {
    const world = await encryptedWorld()
    await openedWave(world, 3)
    await surveyInstances(world.database, world.waveKeys).leave('survey app')
    const outbox = outboxStore({ database: world.database, keyring: world.ports.keyring, ids: systemIds })
    const now = world.ports.clock.now()
    expect(await outbox.claim(1, now, now + 1)).toEqual([])
  })

  test('a survey app deletes its copy of the key after the close, and only then the key counts as destroyed', async () => {
    const world = await encryptedWorld()
    const far = waveKeyFolder(dirname(temporaryFile()), systemTokens)
    const instance = surveyInstances(world.database, far)
    const [token = ''] = await opened(world, 3)
    await submit(world, token, { overall: '4' })
    const id = await waveId(world)
    far.put(id, world.waveKeys.master(id) ?? new Uint8Array())
    await instance.report('far')
    world.setNow(AFTER)
    const closing = closeWave(world.ports, { period })
    while ((await countOf(world, 'wave WHERE unlinked_at IS NULL')) === 1) await world.database.sleep(5)
    expect(await countOf(world, 'wave WHERE key_destroyed_at IS NOT NULL')).toBe(0)
    await instance.report('far')
    expect(far.has(id)).toBe(false)
    expect(await closing).toMatchObject({ value: { status: 'unlinked' } })
    expect(await countOf(world, 'wave WHERE key_destroyed_at IS NOT NULL')).toBe(1)
  })

  test('a decryption that was interrupted is continued, and each answer is there once', async () => {
    const world = await encryptedWorld()
    const links = await opened(world, 9)
    for (const token of links) await submit(world, token, { overall: '3', improve: 'once' })
    const id = await waveId(world)
    await closed(world)
    await refuseWrites(world.database, { before: 'INSERT', on: 'tally', when: `NEW.item = 'overall'` })
    await expect(closeWave(world.ports, { period })).rejects.toThrow('refused')
    await world.database.write((query) =>
      query.run('DELETE FROM decrypted_answer WHERE key IN (SELECT key FROM decrypted_answer LIMIT 4)'),
    )
    const { keyCheck } = (await world.database.query.get<{ keyCheck: Uint8Array }>(
      'SELECT key_check AS keyCheck FROM wave',
    )) ?? { keyCheck: null }
    const cipher = answerCiphers({ tokens: systemTokens, waveKeys: world.waveKeys })({ id, keyCheck })
    if (!cipher) throw new Error('the wave is not encrypted')
    await Promise.all([1, 2].map(() => decryptAnswers(world.database, id, cipher)))
    expect(await countOf(world, 'decrypted_answer')).toBe(9)
  })

  test('nothing is deleted if a crash of the server has emptied the table of decrypted answers', async () => {
    const world = await encryptedWorld()
    const links = await opened(world, 9)
    for (const token of links) await submit(world, token, { overall: '3' })
    await closed(world)
    await expect(cutTies(world.database, await waveId(world), 1, 'decrypted')).rejects.toThrow('incomplete')
    expect(await countOf(world, 'answer WHERE encrypted IS NOT NULL')).toBe(9)
    expect(await closeWave(world.ports, { period })).toMatchObject({ value: { status: 'unlinked' } })
    expect(await countOf(world, `answer WHERE "values" LIKE '3%'`)).toBe(9)
  })

  test('two processes that unlink it at the same time keep each answer once, and leave nothing decrypted', async () => {
    const world = await encryptedWorld()
    const links = await opened(world, 40)
    for (const token of links) await submit(world, token, { overall: '3', improve: 'once' })
    await closed(world)
    await Promise.all([1, 2, 3].map(() => closeWave(world.ports, { period })))
    expect([await countOf(world, 'answer'), await countOf(world, 'comment')]).toEqual([40, 40])
    expect(await countOf(world, 'decrypted_answer')).toBe(0)
  })

  test('an unlinking of an open wave changes nothing, and its key stays', async () => {
    const world = await encryptedWorld()
    const [first = '', second = ''] = await opened(world, 3)
    await submit(world, first, { overall: '3' })
    await world.ports.store.unlinkWave(await waveId(world), 1)
    expect(world.waveKeys.has(await waveId(world))).toBe(true)
    expect(await countOf(world, 'decrypted_answer')).toBe(0)
    expect(await submit(world, second, { overall: '4' })).toMatchObject({ ok: true })
  })
})

test('an encrypted wave and one that is not count the same answers alike', async () => {
  const given = fc.record({
    overall: fc.constantFrom('1', '2', '5'),
    trust: fc.constantFrom('', '3', 'dk'),
    improve: fc.constantFrom('', 'call 13812345678', '字 "quoted"\nline'),
  })
  await fc.assert(
    fc.asyncProperty(fc.array(given, { minLength: 1, maxLength: 6 }), async (answers) => {
      const results = await Promise.all(
        [true, false].map(async (encrypts) => {
          const world = await surveyOn(await (engines[0]?.open ?? Promise.reject)(), { encrypts })
          const links = await opened(world, 6)
          for (const [n, fields] of answers.entries()) await submit(world, links[n] ?? '', fields)
          world.setNow(AFTER)
          await closeWave(world.ports, { period })
          rmSync(world.keyFolder, { recursive: true, force: true })
          return [await tallies(world), await comments(world)]
        }),
      )
      expect(results[0]).toEqual(results[1])
    }),
    { numRuns: 5 },
  )
})
