import type { StoreDatabase } from '@wayproof/database/store-database'
import { decisionStore } from '@wayproof/letters/decisions/decision-store'
import { actionListStore } from '@wayproof/oversight/actions/action-list-store'
import { actionStore } from '@wayproof/oversight/actions/action-store'
import { meetingStore } from '@wayproof/oversight/meetings/meetings'
import { improvementStore } from '@wayproof/survey/improvements/improvement-store'
import type { LoggedAct } from './logged-act.ts'

const at = Date.parse('2026-07-01T12:00:00Z')
const text = { dueOn: '2026-09-30', effect: 'all in time' }
const remedy = { ...text, note: 'late', action: 'Hire', id: 'r' }
const agreed = { ...text, text: 'Check the logs', owner: 'it-security' } as const
const finding = {
  ...{ id: 'SF-1', foundIn: 'A-1', foundOn: '2026-01-10', finding: 'open logs', severity: 'low', owner: 'it-security' },
  ...{ dueOn: '2026-08-01', importId: 'i', rowNumber: 1 },
}

const decide = (database: StoreDatabase) =>
  actionStore(database).addRemedy({
    ...{ ...remedy, period: '2025-H2', goal: 'partner-audit', owner: 'procurement', decidedAt: at, decidedBy: 'Lin' },
  })
const choose = (database: StoreDatabase) =>
  improvementStore(database).choose({
    ...{ id: 'i', period: '2025-H2', text: { 'zh-CN': '改', en: 'Better' }, owner: 'customer-service' },
    ...{ chosenAt: at, chosenBy: 'Lin' },
  })
const find = async (database: StoreDatabase) => (await database.records()).securityFinding.create({ data: finding })
const agree = (database: StoreDatabase) =>
  actionListStore(database).add({
    ...{ ...agreed, id: 'a', period: '2026-H2', origin: 'security-finding', originId: 'SF-1' },
    ...{ agreedAt: at, agreedBy: 'Lin' },
  })
const findAndAgree = async (database: StoreDatabase) => {
  await find(database)
  await agree(database)
}

const act = { id: 'm', seen: 0, at }
const hold = { ...act, heldOn: '2026-07-01', goals: [] }
const meetings = (database: StoreDatabase) =>
  meetingStore(database, { ids: { next: () => 'm' }, timeZone: 'Asia/Shanghai' })
const plan = (database: StoreDatabase) => meetings(database).plan({ plannedOn: '2026-07-01', at, by: 'Lin' })
const planAndHold = async (database: StoreDatabase) => {
  await plan(database)
  await meetings(database).hold(hold)
}

/** Acts on actions and meetings. */
export const ACTS_OF_ACTIONS: readonly LoggedAct[] = [
  {
    act: 'executive-decided',
    of: 'a summary',
    carryOut: (database) =>
      decisionStore(database).save({
        ...{ period: '2025-H2', goal: 'partner-audit', userId: 'lin', decidedBy: 'Lin' },
        ...{ choice: 'approved', comment: '', decidedAt: at },
      }),
  },
  { act: 'action-added', of: 'a red goal', carryOut: decide },
  { act: 'action-added', of: 'an improvement', carryOut: choose },
  { act: 'action-added', of: 'a finding', first: find, carryOut: agree },
  {
    act: 'action-changed',
    of: 'a red goal',
    first: decide,
    carryOut: (database) => actionStore(database).changeRemedy({ ...remedy, seen: 0, at, by: 'Lin', effect: 'more' }),
  },
  {
    act: 'action-changed',
    of: 'a finding',
    first: findAndAgree,
    carryOut: (database) => actionListStore(database).change({ ...agreed, id: 'a', seen: 0, effect: 'more' }, at),
  },
  {
    act: 'action-withdrawn',
    of: 'an improvement',
    first: choose,
    carryOut: (database) => improvementStore(database).withdraw('i', { at, by: 'Lin' }),
  },
  {
    act: 'outcome-recorded',
    of: 'an action',
    first: decide,
    carryOut: (database) =>
      actionStore(database).recordOutcome(
        'r',
        { state: 'done', text: 'two hired', recordedAt: at, recordedBy: 'Lin' },
        { seen: null, owner: null, following: '2030-H1' },
      ),
  },
  { act: 'meeting-planned', of: 'a day', carryOut: plan },
  {
    act: 'meeting-changed',
    of: 'a planned meeting',
    first: plan,
    carryOut: (database) => meetings(database).move({ ...act, plannedOn: '2026-07-02' }),
  },
  {
    act: 'meeting-changed',
    of: 'minutes',
    first: planAndHold,
    carryOut: (database) =>
      meetings(database).saveMinutes({ ...act, seen: 1, notes: 'n', nextOn: null, users: [], others: ['Legal'] }),
  },
  {
    act: 'meeting-changed',
    of: 'a decision',
    first: planAndHold,
    carryOut: (database) => meetings(database).decide({ meetingId: 'm', text: 'Sign', action: null, at, by: 'Lin' }),
  },
  {
    act: 'meeting-cancelled',
    of: 'a planned meeting',
    first: plan,
    carryOut: (database) => meetings(database).cancel(act),
  },
  {
    act: 'meeting-held',
    of: 'a planned meeting',
    first: plan,
    carryOut: (database) => meetings(database).hold(hold),
  },
]
