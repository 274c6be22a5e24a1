import { expect, test } from 'vitest'
import { openTwoPersonApp } from '../testing/two-person-acts.ts'

const period = '2026-H2'
const ofGoal = { goal: 'partner-audit', period } as const

const partners = (scope: string) =>
  `id,name,service,processesPersonalData,onboarded,offboarded\n${['P1', 'P2']
    .map((id) => `${id},${id},bus,${scope},2020-01-01,`)
    .join('\n')}\n`

test('a partner that one person moved out of scope stands among the approvals until its exclusion is proposed', async () => {
  const { callerAs, first, join, upload } = await openTwoPersonApp()
  await upload('partners', partners('yes'))
  const officer = callerAs(first)
  const auditor = callerAs((await join('auditor', 'auditor@x.example')).person)
  const executive = callerAs((await join('executive', 'executive@x.example')).person)
  expect((await officer.approval.list()).takenOut).toEqual([])
  await upload('partners', partners('no'))

  const { takenOut } = await officer.approval.list()
  const row = { line: 'waiting', event: 'scope-unset', by: [first.name] }
  expect(takenOut).toMatchObject([
    { goal: 'partner-audit', period: '2026-H1', row: { ...row, key: 'P1' } },
    { goal: 'partner-audit', period: '2026-H1', row: { ...row, key: 'P2' } },
  ])
  expect((await auditor.approval.list()).takenOut).toEqual(takenOut)
  expect((await executive.approval.list()).takenOut).toEqual([])
  const bridgeOf = async (caller = officer) => (await caller.scorecard.goal(ofGoal)).bridges[0]
  expect(await bridgeOf(executive)).toMatchObject({ atEnd: 2, notes: { waiting: 2 } })

  const proposal = { kind: 'exclusion', goal: 'partner-audit', document: null, reason: 'Moved out of scope' } as const
  await officer.rules.proposeRow({ ...proposal, row: 'P1', appliesFrom: '2026-H1' })
  expect((await officer.approval.list()).takenOut).toMatchObject([{ row: { key: 'P2' } }])
  expect((await bridgeOf())?.rows).toMatchObject([
    { key: 'P1', proposed: true },
    { key: 'P2', proposed: false },
  ])
  const second = callerAs((await join('officer', 'second@x.example')).person)
  const [waiting] = (await second.approval.list()).waiting
  await second.approval.decide({ id: waiting?.id ?? '', approve: true })
  expect(await bridgeOf()).toMatchObject({ atEnd: 1, steps: { excluded: 1 }, notes: { waiting: 1 } })
})
