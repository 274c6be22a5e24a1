import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { engines } from '@wayproof/database/testing/engines'
import { systemTokens } from '@wayproof/kernel/system'
import { healthStore } from '@wayproof/operations/health/health-store'
import { describe, expect, test } from 'vitest'
import { correctAnswer } from '../answers/correct-answer.ts'
import { newReceipt } from '../answers/receipt.ts'
import { saveDraft } from '../answers/save-draft.ts'
import { showAnswer } from '../answers/show-answer.ts'
import { showInvitation } from '../answers/show-invitation.ts'
import { withdrawAnswer } from '../answers/withdraw-answer.ts'
import {
  countOf,
  exactFunnel,
  openedWave,
  openWaveForAll,
  type SurveyWorld,
  submit,
  surveyOn,
  tallies,
  tokens,
} from '../testing/survey-world.ts'
import { closeWave } from '../waves/close-wave.ts'

const period = '2026-H1'
const AFTER = '2026-08-01T02:00:00Z'
const MISSING = { code: 'wave-key-missing' }

describe.each(engines)('the folder of wave keys on $engine', ({ open }) => {
  async function answered() {
    const world: SurveyWorld = await surveyOn(await open(), { encrypts: true })
    await openedWave(world, 12)
    const links = await tokens(world)
    const receipts = links.map(() => newReceipt(systemTokens))
    const answer = (n: number, overall = '4') => submit(world, links[n] ?? '', { overall }, receipts[n])
    for (const n of [0, 1, 2, 3]) expect(await answer(n)).toMatchObject({ ok: true })
    const id = (await world.ports.store.wave(period))?.id ?? ''
    return { ...world, links, receipts, answer, id }
  }
  type Answered = Awaited<ReturnType<typeof answered>>

  const rows = async (world: SurveyWorld) => ({
    answers: await countOf(world, 'answer'),
    plain: await countOf(world, `answer WHERE encrypted IS NULL OR "values" <> ''`),
    drafts: await countOf(world, 'draft'),
    answered: await countOf(world, 'invitation WHERE answered'),
  })

  const readiness = ({ database, ports, waveKeys }: SurveyWorld) =>
    healthStore(database, { keyring: ports.keyring, waveKeys }).readiness()

  /** Nothing is stored, and everybody is told to come back. */
  async function refusesAll(world: Answered) {
    const before = await rows(world)
    const { ports, links, receipts } = world
    const [link = '', receipt = ''] = [links[5], receipts[0]]
    await expect(showInvitation(ports, { token: link })).rejects.toMatchObject(MISSING)
    await expect(world.answer(5)).rejects.toMatchObject(MISSING)
    await expect(saveDraft(ports, { token: link, fields: { overall: '2' } })).rejects.toMatchObject(MISSING)
    await expect(showAnswer(ports, { receipt })).rejects.toMatchObject(MISSING)
    const correction = { receipt, locale: 'en' as const, fields: { overall: '1' } }
    await expect(correctAnswer(ports, correction)).rejects.toMatchObject(MISSING)
    expect(await rows(world)).toEqual(before)
    expect(await readiness(world)).toContainEqual(MISSING)
    expect(await exactFunnel(world)).toMatchObject({ ok: true })
  }

  test('goes away in the middle of a wave and comes back: nothing is stored in that time, and each answer counts once', async () => {
    const world = await answered()
    renameSync(world.keyFolder, `${world.keyFolder}-away`)
    await refusesAll(world)
    world.setNow('2026-07-10T02:00:00Z')
    await expect(openWaveForAll(world, '2025-H2', '2026-07-31')).rejects.toMatchObject(MISSING)
    renameSync(`${world.keyFolder}-away`, world.keyFolder)
    expect(await readiness(world)).not.toContainEqual(MISSING)
    for (const n of [4, 5]) expect(await world.answer(n)).toMatchObject({ ok: true })
    // The same form again, as a browser sends it that got no response.
    await world.answer(5)
    expect(await rows(world)).toEqual({ answers: 6, plain: 0, drafts: 0, answered: 6 })
    world.setNow(AFTER)
    expect(await closeWave(world.ports, { period })).toMatchObject({ value: { status: 'unlinked' } })
    expect(await countOf(world, `answer WHERE "values" LIKE '4%'`)).toBe(6)
  })

  test('is away at the close: the wave waits with all its answers, and closes once the folder is back', async () => {
    const world = await answered()
    const before = await tallies(world)
    renameSync(world.keyFolder, `${world.keyFolder}-away`)
    world.setNow(AFTER)
    for (const _ of [1, 2]) await expect(closeWave(world.ports, { period })).rejects.toMatchObject(MISSING)
    expect(await countOf(world, `wave WHERE status = 'closed' AND unlinked_at IS NULL AND key_lost_at IS NULL`)).toBe(1)
    expect(await countOf(world, 'answer WHERE encrypted IS NOT NULL')).toBe(4)
    renameSync(`${world.keyFolder}-away`, world.keyFolder)
    expect(await closeWave(world.ports, { period })).toMatchObject({ value: { status: 'unlinked' } })
    expect(await tallies(world)).toEqual(before)
    expect(world.waveKeys.has(world.id)).toBe(false)
  })

  test('is replaced by a folder with another key of that wave: a running app notices it at once', async () => {
    const world = await answered()
    cpSync(world.keyFolder, `${world.keyFolder}-away`, { recursive: true })
    const path = join(world.keyFolder, `${world.id}.key`)
    const key = readFileSync(path, 'utf8')
    rmSync(world.keyFolder, { recursive: true })
    mkdirSync(world.keyFolder)
    writeFileSync(path, key.replace(/[0-9a-f]{64}/, 'ab'.repeat(32)))
    await refusesAll(world)
    world.setNow(AFTER)
    await expect(closeWave(world.ports, { period })).rejects.toMatchObject(MISSING)
    expect(await countOf(world, 'answer WHERE encrypted IS NOT NULL')).toBe(4)
    rmSync(world.keyFolder, { recursive: true })
    renameSync(`${world.keyFolder}-away`, world.keyFolder)
    expect(await closeWave(world.ports, { period })).toMatchObject({ value: { status: 'unlinked' } })
    expect(await countOf(world, `answer WHERE "values" LIKE '4%'`)).toBe(4)
  })

  test('has a key file that is cut off or empty: it counts as missing', async () => {
    const world = await answered()
    const path = join(world.keyFolder, `${world.id}.key`)
    const key = readFileSync(path, 'utf8')
    for (const damaged of ['', key.slice(0, 40), 'nonsense\n']) {
      writeFileSync(path, damaged)
      await refusesAll(world)
    }
    writeFileSync(path, key)
    expect(await world.answer(5)).toMatchObject({ ok: true })
  })

  test('is away while an answer is withdrawn: the answer leaves, because that needs no key', async () => {
    const world = await answered()
    renameSync(world.keyFolder, `${world.keyFolder}-away`)
    expect(await withdrawAnswer(world.ports, { receipt: world.receipts[0] ?? '' })).toMatchObject({ ok: true })
    expect(await countOf(world, 'answer')).toBe(3)
    renameSync(`${world.keyFolder}-away`, world.keyFolder)
    world.setNow(AFTER)
    await closeWave(world.ports, { period })
    expect(await countOf(world, 'answer')).toBe(3)
  })
})
