import { expect, test } from 'vitest'
import { partnerFacts } from '../../testing/example-facts.ts'
import { frozen, PERIOD as period, readyFixture, refused, sealed } from '../../testing/scorecard-fixture.ts'
import { changeRemedy } from './change-remedy.ts'
import { decideRemedy } from './decide-remedy.ts'

const text = { note: 'late', action: 'start earlier', effect: 'all audited', dueOn: '2026-03-11' }

async function remedyFixture() {
  const fixture = await readyFixture()
  const { ports, memory } = fixture
  memory.facts.partners = partnerFacts({ audited: 30, passed: 30 })
  const outcome = await decideRemedy(ports, { period, goal: 'partner-audit', ...text, by: 'Lin' })
  if (!outcome.ok) throw new Error(outcome.fault.code)
  const change = (more: object = {}) =>
    changeRemedy(ports, { id: outcome.value.id, ...text, seen: 0, by: 'Ma', ...more })
  const read = async () => (await ports.actions.actions(period)).remedies[0]
  return { ...fixture, change, read }
}

test('a changed remedy keeps its previous text with the person and the time of the change', async () => {
  const { ports, change, read } = await remedyFixture()
  expect(await change({ note: 'two auditors were ill' })).toEqual({ ok: true, value: null })
  expect(await read()).toMatchObject({
    ...text,
    note: 'two auditors were ill',
    decidedBy: 'Lin',
    changes: [{ ...text, changedAt: ports.clock.now(), changedBy: 'Ma' }],
  })
})

test('a change that was written over an older text is refused', async () => {
  const { change, read } = await remedyFixture()
  await change({ note: 'first' })
  expect(await change({ note: 'second' })).toEqual(refused('remedy-changed'))
  expect(await change({ note: 'second', seen: 1 })).toMatchObject({ ok: true })
  expect(await read()).toMatchObject({ note: 'second', changes: [{ note: 'late' }, { note: 'first' }] })
})

test('a new due day is after today; a due day that has passed may stay as it is', async () => {
  const { setNow, change } = await remedyFixture()
  setNow('2026-03-14T16:00:00Z')
  expect(await change({ dueOn: '2026-03-15' })).toEqual(refused('due-date-past'))
  expect(await change({ note: 'a typo' })).toMatchObject({ ok: true })
  expect(await change({ dueOn: '2026-03-16', seen: 1 })).toMatchObject({ ok: true })
})

test('a remedy of a frozen or closed half-year cannot be changed', async () => {
  const fixture = await remedyFixture()
  await frozen(fixture)
  expect(await fixture.change()).toEqual(refused('already-frozen'))
  fixture.memory.freezes = []
  await sealed(fixture)
  expect(await fixture.change()).toEqual(refused('period-closed'))
})

test('an unknown remedy cannot be changed', async () => {
  const { change } = await remedyFixture()
  expect(await change({ id: 'none' })).toEqual(refused('action-unknown'))
})
