import { expect, test } from 'vitest'
import { incidentFacts, partnerFacts, waveFacts } from '../testing/example-facts.ts'
import {
  chooseOne,
  closedFixture,
  frozen,
  officer,
  PERIOD as period,
  readyFixture,
  refused,
  scorecardFixture,
  sealed,
  unconfirmed,
} from '../testing/scorecard-fixture.ts'
import { actionsBefore, freezePeriod } from './freeze-period.ts'
import { decideRemedy, recordOutcome } from './remedies/decide-remedy.ts'
import { reopenPeriod } from './restate-period.ts'

const first = { by: 'officer', seen: null, owner: null }
const promise = { note: 'late', action: 'start earlier', effect: 'all audited', dueOn: '2026-06-30', by: 'officer' }

test('a half-year can be frozen from the first day after its end, in the time zone of the organization', async () => {
  const { ports, setNow } = await readyFixture()
  setNow('2025-12-31T15:59:59Z')
  expect(await freezePeriod(ports, { period, by: officer })).toEqual(refused('period-running'))
  setNow('2025-12-31T16:00:00Z')
  expect(await freezePeriod(ports, { period, by: officer })).toMatchObject({ ok: true, value: { version: 1 } })
})

test('only a half-year can be frozen, not a year or a quarter', async () => {
  const { ports } = await readyFixture()
  for (const key of ['2025', '2025-Q4', 'nothing'])
    expect(await freezePeriod(ports, { period: key, by: officer })).toMatchObject(refused('not-a-half-year'))
})

test('an officer whose appointment is not confirmed freezes nothing', async () => {
  const { ports, memory } = await readyFixture()
  expect(await freezePeriod(ports, { period, by: unconfirmed(officer) })).toEqual(refused('appointment-unconfirmed'))
  expect(memory.freezes).toEqual([])
})

test('a half-year without an improvement chosen from its feedback is not frozen', async () => {
  const { ports } = scorecardFixture()
  expect(await freezePeriod(ports, { period, by: officer })).toEqual(refused('improvement-missing'))
})

test('a half-year whose survey is still open is not frozen, whatever else is missing', async () => {
  const { ports, memory } = scorecardFixture()
  memory.facts.satisfaction = waveFacts([0, 0, 0, 0, 0], { open: true })
  expect(await freezePeriod(ports, { period, by: officer })).toEqual(refused('wave-open'))
})

test('a half-year without a survey is frozen only with a reason and an action for it', async () => {
  const { ports, memory } = await readyFixture()
  memory.facts.satisfaction = { wave: null, improvementChosen: true }
  expect(await freezePeriod(ports, { period, by: officer })).toEqual(refused('wave-missing'))
  await decideRemedy(ports, { period, goal: 'customer-satisfaction', ...promise })
  expect(await freezePeriod(ports, { period, by: officer })).toMatchObject({ ok: true })
})

test('every red goal needs an action of its own before the freeze', async () => {
  const { ports, memory } = await readyFixture()
  memory.facts.partners = partnerFacts({ audited: 30, passed: 30 })
  memory.facts.incidents = incidentFacts({ currentCount: 9 })
  await decideRemedy(ports, { period, goal: 'partner-audit', ...promise })
  expect(await freezePeriod(ports, { period, by: officer })).toEqual(refused('remedy-missing'))
  await decideRemedy(ports, { period, goal: 'incident-reduction', ...promise })
  expect(await freezePeriod(ports, { period, by: officer })).toMatchObject({ ok: true })
})

test('the promises of the closed half-year before need outcomes first', async () => {
  const fixture = await closedFixture()
  const { ports, memory } = fixture
  fixture.setNow('2026-08-10T01:00:00Z')
  memory.facts.incidents = incidentFacts({ currentCount: 0 })
  await chooseOne(fixture, '2026-H1')
  expect(await freezePeriod(ports, { period: '2026-H1', by: officer })).toEqual(refused('outcome-missing'))
  const action = memory.improvements[0]?.id ?? ''
  await recordOutcome(ports, { action, state: 'dropped', text: 'too expensive', ...first })
  expect(await freezePeriod(ports, { period: '2026-H1', by: officer })).toMatchObject({ ok: true })
})

test('promises of a half-year that was never closed need no outcomes', async () => {
  const fixture = await readyFixture()
  await chooseOne(fixture, '2025-H1')
  expect(await actionsBefore(fixture.ports, { kind: 'half-year', year: 2025, index: 2 })).toBeNull()
  expect(await freezePeriod(fixture.ports, { period, by: officer })).toMatchObject({ ok: true })
})

test('a frozen half-year is not frozen again, and neither is a closed one until it is reopened', async () => {
  const fixture = await readyFixture()
  const freeze = () => freezePeriod(fixture.ports, { period, by: officer })
  await frozen(fixture)
  expect(await freeze()).toEqual(refused('already-frozen'))
  fixture.memory.freezes = []
  await sealed(fixture)
  expect(await freeze()).toEqual(refused('period-closed'))
  await reopenPeriod(fixture.ports, { period, reason: 'late exams', by: officer })
  expect(await freeze()).toMatchObject({ ok: true, value: { version: 2 } })
})

test('if two officers freeze at the same moment, one freeze is stored', async () => {
  const { ports, memory } = await readyFixture()
  const closing: typeof ports.closing = {
    ...ports.closing,
    evidence: async (asked) => {
      await freezePeriod(ports, { period, by: officer })
      return ports.closing.evidence(asked)
    },
  }
  expect(await freezePeriod({ ...ports, closing }, { period, by: officer })).toEqual(refused('already-frozen'))
  expect(memory.freezes).toHaveLength(1)
})

test('a freeze holds the figures, the definitions and the actions of that moment', async () => {
  const fixture = await readyFixture()
  const { ports, memory } = fixture
  memory.facts.partners = partnerFacts({ audited: 30, passed: 30 })
  await decideRemedy(ports, { period, goal: 'partner-audit', ...promise })
  const { parts, frozenAt, frozenBy } = await frozen(fixture)
  expect(JSON.parse(parts.figures)).toMatchObject({ period, standing: { missed: ['partner-audit'] } })
  expect(JSON.parse(parts.definitions)).toMatchObject({ rules: { version: '4' } })
  const [improvement] = memory.improvements
  const [remedy] = memory.remedies
  expect(JSON.parse(parts.actions)).toMatchObject({
    improvements: [{ id: improvement?.id, text: improvement?.text, owner: 'customer-service' }],
    remedies: [{ id: remedy?.id, goal: 'partner-audit', action: 'start earlier' }],
  })
  expect({ frozenAt, frozenBy }).toEqual({
    frozenAt: ports.clock.now(),
    frozenBy: { id: officer.id, name: officer.name },
  })
})

test('changes and outcomes of an action are not sealed with it, because they may follow later', async () => {
  const fixture = await readyFixture()
  const { ports, memory } = fixture
  memory.facts.partners = partnerFacts({ audited: 30, passed: 30 })
  await decideRemedy(ports, { period, goal: 'partner-audit', ...promise })
  const action = memory.remedies[0]?.id ?? ''
  await recordOutcome(ports, { action, state: 'under-way', text: 'half of them', ...first })
  const { remedies } = JSON.parse((await frozen(fixture)).parts.actions)
  expect(remedies).toEqual([expect.not.objectContaining({ outcome: expect.anything() })])
  expect(remedies).toEqual([expect.not.objectContaining({ changes: expect.anything() })])
})

test('the missing rows of each goal are stored with the freeze, and only their digests enter the evidence', async () => {
  const fixture = await readyFixture()
  const { memory } = fixture
  const row = { key: 'partner-7', label: 'Sunline', why: 'no-audit', detail: null } as const
  memory.facts.missingPartners = [row]
  const { parts } = await frozen(fixture)
  const list = memory.freezes[0]?.missing.find(({ goal }) => goal === 'partner-audit')
  expect(list).toMatchObject({ period: '2025', rows: [row] })
  const { missing } = JSON.parse(parts.evidence)
  expect(missing).toContainEqual({
    goal: 'partner-audit',
    period: '2025',
    rows: 1,
    digest: expect.stringMatching(/^[0-9a-f]{64}$/),
  })
  expect(parts.evidence).not.toContain('Sunline')
})
