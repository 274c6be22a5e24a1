import { Prisma } from '@wayproof/database/generated/client'
import { engines } from '@wayproof/database/testing/engines'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { publishQuestionnaire } from '@wayproof/forms/questionnaire/publish-questionnaire'
import type { Journal, JournalEntry } from '@wayproof/journal/kept-events/journal'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { linksOf } from '@wayproof/letters/letter/links'
import { reportMarks } from '@wayproof/letters/outbox/mark-reported'
import { outboxStore } from '@wayproof/letters/outbox/outbox-rows'
import { ruleChangeStore } from '@wayproof/scorecard/rules/rule-change-store'
import { describe, expect, test } from 'vitest'
import { correctAnswer } from '../answers/correct-answer.ts'
import { newReceipt } from '../answers/receipt.ts'
import { saveDraft } from '../answers/save-draft.ts'
import { showInvitation } from '../answers/show-invitation.ts'
import { withdrawAnswer } from '../answers/withdraw-answer.ts'
import { unsubscribe } from '../links/unsubscribe-address.ts'
import { readUnsubscribeToken } from '../links/unsubscribe-link.ts'
import {
  closeAtOnce,
  countOf,
  openedWave,
  openWaveForAll,
  type SurveyWorld,
  submit,
  surveyOn,
  tokens,
  travelerFile,
  travelerRows,
} from '../testing/survey-world.ts'
import { addressKey } from '../travelers/address-key.ts'
import { importTravelers } from '../travelers/import-travelers.ts'
import { surveyInstances } from '../wave-keys/survey-instances.ts'
import type { NewTrial } from './begin-trial.ts'
import { ADDRESS, HALF_HOUR_MS, newTrial } from './testing/new-trial.ts'
import { trialStore } from './trial-store.ts'

async function checkedWorld(database: Parameters<typeof surveyOn>[0]) {
  const journal: JournalEntry[] = []
  const record: Journal['record'] = (entry) => void journal.push(entry)
  const world: SurveyWorld = await surveyOn(database, { journal: { record }, encrypts: true })
  await publishQuestionnaire(world.ports, { questionnaire: DEFAULT_QUESTIONNAIRE })
  const { keyring, clock } = world.ports
  const deps = { keyring, ids: systemIds, waveKeys: world.waveKeys, encryptsAnswers: true, journal: { record } }
  const trials = trialStore(database, deps)
  const begin = (change: Partial<NewTrial> = {}) => trials.begin({ ...newTrial(clock.now()), ...change })
  return { world, trials, begin, journal, outbox: outboxStore({ database, ids: systemIds, keyring }) }
}

type Checked = Awaited<ReturnType<typeof checkedWorld>>

const urls = { survey: 'https://s.example', reporting: 'https://r.example' }

/** Claims the letter, as a scheduler does once a survey app has reported, and reads its links. */
async function claimLetter({ world, outbox }: Checked) {
  const now = world.ports.clock.now()
  expect(await outbox.claim(5, now, now + 60_000)).toEqual([])
  await surveyInstances(world.database, world.waveKeys).report('survey app')
  const claimed = await outbox.claim(5, now, now + 60_000)
  const [letter] = claimed
  if (!letter || claimed.length > 1) throw new Error(`claimed ${claimed.length} letters`)
  const links = linksOf(letter.letter, letter.to, world.ports.keyring, urls)
  const tokenOf = (link = '') => link.slice(link.lastIndexOf('/') + 1)
  return { letter, token: tokenOf(links.survey), unsubscribeToken: tokenOf(links.unsubscribe) }
}

/** The log keeps that a check was made, the route that a mail server accepted a letter, and instances report on their own. */
const LEFT_OUT: readonly string[] = ['AuditEntry', 'MailRoute', 'SurveyInstance']

/** All rows of all other tables. */
async function rowsOf({ database }: SurveyWorld): Promise<string> {
  const records = await database.records()
  const models = Object.values(Prisma.ModelName).filter((name) => !LEFT_OUT.includes(name))
  const rows: unknown[] = []
  for (const model of models) {
    const delegate: unknown = Reflect.get(records, `${model.charAt(0).toLowerCase()}${model.slice(1)}`)
    rows.push(model, await (delegate as { findMany(): Promise<readonly unknown[]> }).findMany())
  }
  return JSON.stringify(rows)
}

describe.each(engines)('the throw-away wave of a deployment check on $engine', ({ open }) => {
  test('its letter leaves, and is answered, corrected, withdrawn, returned and unsubscribed; then nothing of it is left', async () => {
    const checked = await checkedWorld(await open())
    const { world, trials, begin, outbox, journal } = checked
    const { ports, database } = world
    await importTravelers(ports, travelerFile(travelerRows(3)))
    const before = await rowsOf(world)
    const begun = await begin()
    if (!begun.ok) throw new Error(begun.fault.code)
    const { waveId, letterId } = begun.value
    expect(world.waveKeys.has(waveId)).toBe(true)

    const { letter, token, unsubscribeToken } = await claimLetter(checked)
    expect([letter.id, letter.to]).toEqual([letterId, ADDRESS])
    expect(await outbox.eligibility(letterId, ports.clock.now())).toBe('due')
    await outbox.markSent(letter, '250 ok', ports.clock.now())
    await saveDraft(ports, { token, fields: { overall: '2' } })
    const shown = await showInvitation(ports, { token })
    expect(shown).toMatchObject({
      value: { wave: { period: '2026-H1' }, locale: 'en', draft: { values: { overall: '2' } } },
    })
    const receipt = newReceipt(systemTokens)
    expect(await submit(world, token, { overall: '4', improve: 'a check' }, receipt)).toMatchObject({ ok: true })
    expect(await trials.rows(waveId, ADDRESS)).toEqual({
      answers: 1,
      withdrawn: 0,
      letter: { state: 'sent', reply: '250 ok' },
      isUnsubscribed: false,
      isKeyPresent: true,
    })
    expect(await correctAnswer(ports, { receipt, locale: 'en', fields: { overall: '5' } })).toMatchObject({ ok: true })
    expect(await withdrawAnswer(ports, { receipt })).toMatchObject({ ok: true })
    const addressMark = addressKey(ports.keyring, ADDRESS).subarray(0, 2)
    const report = { kind: 'hard', letter: { letterId, addressMark }, cause: null, detail: '5.1.1' } as const
    expect(await reportMarks(database, ports)(report, ports.clock.now())).toBe(true)
    expect(await unsubscribe(ports, { token: unsubscribeToken })).toMatchObject({ ok: true })
    expect(await trials.rows(waveId, ADDRESS)).toMatchObject({
      answers: 0,
      withdrawn: 1,
      letter: { state: 'bounced' },
      isUnsubscribed: true,
    })

    expect(await trials.remove(ports.clock.now())).toBe(1)
    expect(await rowsOf(world)).toBe(before)
    expect(world.waveKeys.has(waveId)).toBe(false)
    expect(journal.map(({ kind }) => kind)).toEqual(['unsubscribed', 'unsubscribe-undone'])
    expect(readUnsubscribeToken(ports.keyring, unsubscribeToken)).not.toBeNull()
    expect(await showInvitation(ports, { token })).toMatchObject({ fault: { code: 'link-unknown' } })
    expect(await submit(world, token, { overall: '4' })).toMatchObject({ fault: { code: 'link-unknown' } })
    expect(await trials.rows(waveId, ADDRESS)).toBeNull()
    expect(await countOf(world, `audit_entry WHERE act = 'deployment-check-begun'`)).toBe(1)
    expect(await trials.remove(ports.clock.now())).toBe(0)
  })

  test('no list, count or command about waves sees it', async () => {
    const checked = await checkedWorld(await open())
    const { world, begin, outbox } = checked
    const begun = await begin()
    if (!begun.ok) throw new Error(begun.fault.code)
    const { ports, database } = world
    const { letter, token } = await claimLetter(checked)
    await outbox.markSent(letter, '250 ok', ports.clock.now())
    await submit(world, token, { overall: '4' })
    expect(await ports.store.waves()).toEqual([])
    expect(await ports.store.wave('2026-H1')).toBeNull()
    expect(await ports.store.letterHealth()).toEqual([])
    expect(await ports.store.countOpenWave(begun.value.waveId, ports.clock.now())).toBe(false)
    expect(await outbox.counts()).toMatchObject({ queued: 0, sent: 0 })
    expect(await ruleChangeStore(database).standing()).toEqual([])
  })

  test('a real wave opens, is answered and closes beside one that was left behind, and is the same', async () => {
    const checked = await checkedWorld(await open())
    const { world, begin, trials } = checked
    await begin()
    const { token } = await claimLetter(checked)
    await submit(world, token, { overall: '1' })
    await openedWave(world, 6)
    const links = (await tokens(world)).filter((link) => link !== token)
    for (const link of links) await submit(world, link, { overall: '5' })
    world.setNow('2026-08-01T02:00:00Z')
    expect(await submit(world, token, { overall: '1' })).toMatchObject({ fault: { code: 'link-expired' } })
    expect(await closeAtOnce(world, '2026-H1')).toMatchObject({ status: 'unlinked' })
    expect(await world.ports.store.funnel('2026-H1')).toMatchObject({ frame: 6, invited: 6, answered: 6 })
    expect(await countOf(world, `tally WHERE item = 'overall' AND "value" = '1'`)).toBe(0)
    expect(await trials.remove(world.ports.clock.now())).toBe(1)
  })

  test('it ends with its time, and only one that has ended is removed as a leftover', async () => {
    const checked = await checkedWorld(await open())
    const { world, begin, trials } = checked
    await begin()
    const { token } = await claimLetter(checked)
    const now = world.ports.clock.now()
    expect(await trials.remove(now, now)).toBe(0)
    expect(await showInvitation(world.ports, { token })).toMatchObject({ ok: true })
    world.setNow(new Date(now + HALF_HOUR_MS).toISOString())
    expect(await showInvitation(world.ports, { token })).toMatchObject({ fault: { code: 'link-expired' } })
    expect(await trials.remove(now + HALF_HOUR_MS, now + HALF_HOUR_MS)).toBe(1)
    expect(await countOf(world, 'wave')).toBe(0)
  })

  test('it is refused beside a wave that is not anonymous yet, and for an address that travelers use or that wants no letters', async () => {
    const { world, begin } = await checkedWorld(await open())
    const { ports } = world
    await importTravelers(ports, travelerFile(travelerRows(3)))
    expect(await begin({ address: 'traveler-2@example.com' })).toMatchObject({ fault: { code: 'address-known' } })
    await ports.store.suppressAddress(addressKey(ports.keyring, ADDRESS), 'objected', 1)
    expect(await begin()).toMatchObject({ fault: { code: 'address-known' } })
    await openWaveForAll(world)
    expect(await begin({ address: 'other@company.example' })).toMatchObject({ fault: { code: 'wave-running' } })
    expect(await countOf(world, `audit_entry WHERE act = 'deployment-check-begun'`)).toBe(0)
  })
})
