import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { publishQuestionnaire } from '@wayproof/forms/questionnaire/publish-questionnaire'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { removeItem, withItem } from '@wayproof/forms/questionnaire-draft/draft-changes'
import { LONGEST_DEFINITION } from '@wayproof/forms/questionnaire-draft/read-definition'
import { translated } from '@wayproof/survey/testing/translated'
import { expect, test } from 'vitest'
import { openTwoPersonApp } from '../testing/two-person-acts.ts'
import { surveyPorts } from '../trpc/ports.ts'

const code = (call: Promise<unknown>) => call.then(() => null).catch(({ message }: Error) => message)
const reworded = (en: string, base: Questionnaire = DEFAULT_QUESTIONNAIRE) => {
  const trust = base.items.find(({ id }) => id === 'trust')
  return JSON.stringify(trust ? withItem(base, 'trust', { ...trust, en }) : base)
}

async function withDraft() {
  const app = await openTwoPersonApp()
  await publishQuestionnaire(surveyPorts(app.services), { questionnaire: DEFAULT_QUESTIONNAIRE })
  const lin = app.callerAs(app.first)
  const zhou = app.callerAs((await app.join('officer', 'zhou@x.example')).person)
  const draft = await lin.questionnaire.start({ from: null })
  return { ...app, lin, zhou, draft, id: draft.id }
}

test('an officer starts the next version, and a second one publishes it for later waves', async () => {
  const { lin, zhou, draft, id, services } = await withDraft()
  expect(draft).toMatchObject({ version: 2, basedOn: 1, revision: 1, saved: { isMine: true }, proposed: null })
  expect(await code(zhou.questionnaire.start({ from: null }))).toBe('draft-open')
  expect(await code(lin.questionnaire.propose({ id, seen: 1 }))).toBe('draft-unchanged')
  await lin.questionnaire.save({ id, seen: 1, definition: reworded('Do you trust us?') })
  expect(await code(zhou.approval.decide({ id: `${id}-2`, approve: true }))).toBe('approval-decided')
  await lin.questionnaire.propose({ id, seen: 2 })
  expect(await code(lin.approval.decide({ id: `${id}-2`, approve: true }))).toBe('own-approval')
  expect(await zhou.questionnaire.draft()).toMatchObject({ saved: { isMine: false }, proposed: { isMine: false } })
  await zhou.approval.decide({ id: `${id}-2`, approve: true })
  expect(await lin.questionnaire.draft()).toBeNull()
  expect(await lin.questionnaire.versions()).toMatchObject({
    versions: [
      { version: 2, brokenTrends: [{ id: 'trust', because: 'wording' }] },
      { version: 1, brokenTrends: [] },
    ],
  })
  const latest = await services.store.survey.latestQuestionnaire()
  expect(latest).toEqual({ ...JSON.parse(reworded('Do you trust us?')), version: 2 })
  expect(JSON.parse((await lin.questionnaire.definition({ version: 1 })) ?? '')).toEqual(DEFAULT_QUESTIONNAIRE)
  expect(await lin.questionnaire.definition({ version: 9 })).toBeNull()
})

test('any change after the proposal ends it, also one by the second officer', async () => {
  const { lin, zhou, id } = await withDraft()
  await lin.questionnaire.save({ id, seen: 1, definition: reworded('One') })
  await lin.questionnaire.propose({ id, seen: 2 })
  expect(await code(lin.questionnaire.propose({ id, seen: 2 }))).toBe('draft-proposed')
  const same = await lin.questionnaire.save({ id, seen: 2, definition: reworded('One') })
  expect(same).toMatchObject({ outcome: 'saved', draft: { revision: 2, proposed: { isMine: true } } })
  await zhou.questionnaire.save({ id, seen: 2, definition: reworded('Two') })
  expect(await code(zhou.approval.decide({ id: `${id}-2`, approve: true }))).toBe('approval-decided')
  expect(await code(zhou.approval.decide({ id: `${id}-3`, approve: true }))).toBe('approval-decided')
})

test('the second of two officers with one draft is refused, and sees who saved what', async () => {
  const { lin, zhou, first, id } = await withDraft()
  await lin.questionnaire.save({ id, seen: 1, definition: reworded('Lin’s words') })
  const refused = await zhou.questionnaire.save({ id, seen: 1, definition: reworded('Zhou’s words') })
  expect(refused).toMatchObject({
    outcome: 'changed',
    draft: { revision: 2, saved: { by: first.name, isMine: false } },
  })
  expect(refused.outcome === 'changed' && refused.draft.definition).toContain('Lin’s words')
  expect((await zhou.questionnaire.draft())?.definition).not.toContain('Zhou’s words')
  expect(await code(zhou.questionnaire.discard({ id, seen: 1 }))).toBe('draft-changed')
})

test('a draft with faults is saved, and neither proposed nor published', async () => {
  const { lin, id } = await withDraft()
  const faulty = [
    reworded(''),
    reworded('a'.repeat(10_000)),
    reworded('right\u202eto left'),
    JSON.stringify({ ...DEFAULT_QUESTIONNAIRE, items: [] }),
    JSON.stringify({ ...removeItem(DEFAULT_QUESTIONNAIRE, 'contacted'), items: DEFAULT_QUESTIONNAIRE.items.slice(10) }),
  ]
  let seen = 1
  for (const definition of faulty) {
    expect(await lin.questionnaire.save({ id, seen, definition })).toMatchObject({ outcome: 'saved' })
    seen += 1
    expect(await code(lin.questionnaire.propose({ id, seen }))).toBe('questionnaire-invalid')
  }
  for (const plain of ['=HYPERLINK("x")', '<script>alert(1)</script>', 'هل تثق بنا؟']) {
    await lin.questionnaire.save({ id, seen, definition: reworded(plain) })
    seen += 1
    expect(await code(lin.questionnaire.propose({ id, seen }))).toBeNull()
  }
})

test('a version needs every text in each added language in use, also if that came after the proposal', async () => {
  const { lin, zhou, id, services, first } = await withDraft()
  const { languages, survey } = services.store
  const act = { by: { id: first.id, name: first.name }, at: 1 }
  await languages.save({ tag: 'fr', seen: 0 }, { name: 'Français', sentences: {} }, act)
  const save = async (seen: number, questionnaire: Questionnaire) =>
    lin.questionnaire.save({ id, seen, definition: JSON.stringify(questionnaire) })
  const english = JSON.parse(reworded('Do you trust us?')) as Questionnaire
  await save(1, english)
  await lin.questionnaire.propose({ id, seen: 2 })
  await languages.setActive({ tag: 'fr', seen: 1 }, true, act)
  expect(await code(zhou.approval.decide({ id: `${id}-2`, approve: true }))).toBe('questionnaire-invalid')
  await save(2, { ...translated(english, 'fr'), stem: english.stem })
  expect(await code(lin.questionnaire.propose({ id, seen: 3 }))).toBe('questionnaire-invalid')
  const french = translated(english, 'fr')
  await save(3, french)
  await lin.questionnaire.propose({ id, seen: 4 })
  await zhou.approval.decide({ id: `${id}-4`, approve: true })
  expect(await survey.latestQuestionnaire()).toEqual({ ...french, version: 2 })
  expect(await lin.questionnaire.versions()).toMatchObject({
    versions: [{ brokenTrends: [{ id: 'trust', because: 'wording' }] }, {}],
  })
})

test('an officer gets a test letter of the draft in each language, also while texts are missing', async () => {
  const { lin, id, services } = await withDraft()
  const now = services.clock.now()
  const letters = async () => (await services.store.outbox.claim(9, now, now + 60_000)).map(({ letter }) => letter)
  await lin.questionnaire.save({ id, seen: 1, definition: reworded('') })
  const asked = lin.questionnaire.testLetter({ id, languages: ['en', 'zh-CN', 'en', 'xx'] })
  expect(await asked).toEqual({ sent: ['zh-CN', 'en'] })
  expect(await lin.questionnaire.testLetter({ id, languages: ['xx'] })).toEqual({ sent: [] })
  const sent = await letters()
  expect(sent.map(({ kind, locale }) => `${kind} ${locale}`).toSorted()).toEqual([
    ...['survey-invitation en', 'survey-invitation zh-CN'],
  ])
  for (const { data } of sent) expect(data).toMatchObject({ test: true, draft: { id } })
  await lin.questionnaire.save({ id, seen: 2, definition: JSON.stringify({ ...DEFAULT_QUESTIONNAIRE, scales: {} }) })
  expect(await code(lin.questionnaire.testLetter({ id, languages: ['en'] }))).toBe('draft-not-shown')
  await lin.questionnaire.discard({ id, seen: 3 })
  expect(await code(lin.questionnaire.testLetter({ id, languages: ['en'] }))).toBe('draft-unknown')
  expect(await letters()).toEqual([])
})

test('a file that is no questionnaire is refused with its wrong places, and the draft stays', async () => {
  const { lin, id } = await withDraft()
  const save = async (definition: string) => lin.questionnaire.save({ id, seen: 1, definition })
  expect(await save('{')).toEqual({ outcome: 'unreadable', fault: { code: 'json-broken', figures: { line: 1 } } })
  expect(await save('{"items":[{"type":"rank"}]}')).toMatchObject({ fault: { code: 'definition-malformed' } })
  expect(await save(' '.repeat(LONGEST_DEFINITION + 1))).toMatchObject({ fault: { code: 'definition-too-long' } })
  expect(await save(JSON.stringify({ ...DEFAULT_QUESTIONNAIRE, id: 'staff' }))).toEqual({
    outcome: 'unreadable',
    fault: { code: 'other-questionnaire', id: 'staff' },
  })
  expect(await lin.questionnaire.draft()).toMatchObject({ revision: 1 })
})

test('an old version is restored as a new one', async () => {
  const { lin, zhou, id } = await withDraft()
  await lin.questionnaire.save({ id, seen: 1, definition: reworded('Worse words') })
  await lin.questionnaire.propose({ id, seen: 2 })
  await zhou.approval.decide({ id: `${id}-2`, approve: true })
  expect(await code(lin.questionnaire.start({ from: 7 }))).toBe('version-unknown')
  const restored = await lin.questionnaire.start({ from: 1 })
  expect(restored).toMatchObject({ version: 3, basedOn: 1 })
  expect(JSON.parse(restored.definition)).toEqual({ ...DEFAULT_QUESTIONNAIRE, version: 3 })
  await lin.questionnaire.propose({ id: restored.id, seen: 1 })
  await zhou.approval.decide({ id: `${restored.id}-1`, approve: true })
  expect((await lin.questionnaire.versions())?.versions.map(({ version }) => version)).toEqual([3, 2, 1])
})

test('an old version is restored into the open draft, which the audit log records', async () => {
  const { lin, zhou, id } = await withDraft()
  await lin.questionnaire.save({ id, seen: 1, definition: reworded('Worse words') })
  await lin.questionnaire.propose({ id, seen: 2 })
  expect(await code(zhou.questionnaire.restore({ id, seen: 1, from: 1 }))).toBe('draft-changed')
  expect(await code(zhou.questionnaire.restore({ id, seen: 2, from: 9 }))).toBe('version-unknown')
  const restored = await zhou.questionnaire.restore({ id, seen: 2, from: 1 })
  expect(restored).toMatchObject({ revision: 3, version: 2, proposed: null, saved: { isMine: true } })
  expect(JSON.parse(restored.definition)).toEqual({ ...DEFAULT_QUESTIONNAIRE, version: 2 })
  expect(await lin.questionnaire.draft()).toMatchObject({ revision: 3, definition: restored.definition })
  const { entries } = await zhou.auditLog.list({ page: 0, act: 'questionnaire-restored' })
  expect(entries[0]).toMatchObject({ act: 'questionnaire-restored', details: { version: 2, restored: 1 } })
})

test('without a published questionnaire there is nothing to draft', async () => {
  const app = await openTwoPersonApp()
  const lin = app.callerAs(app.first)
  expect(await lin.questionnaire.versions()).toBeNull()
  expect(await lin.questionnaire.draft()).toBeNull()
  expect(await code(lin.questionnaire.start({ from: null }))).toBe('version-unknown')
  expect(await code(lin.approval.decide({ id: 'x-1', approve: true }))).toBe('approval-decided')
})
