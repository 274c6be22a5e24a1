import { closeCase } from '@wayproof/evidence/rights/close-case'
import { recordCase } from '@wayproof/evidence/rights/record-case'
import { sendAnswer } from '@wayproof/evidence/rights/send-answer'
import { addDays } from '@wayproof/kernel/calendar/calendar-date'
import { newSecretCode } from '@wayproof/kernel/secrets/secret-code'
import { agreeAction } from '@wayproof/oversight/actions/agree-action'
import { sampleActions, sampleCases } from '@wayproof/sample-company/loaded/cases'
import { done, type Past } from './open-past.ts'
import { as, type PastPeople } from './past-people.ts'

/** The action that is due this week. */
const [, DUE_THIS_WEEK] = sampleActions

/** An officer records the requests of travelers, of which one is late, on the day before `today`. */
export async function recordCases(past: Past, { officer }: PastPeople, today: string): Promise<void> {
  const { store, clock, ids, tokens, keyring, timeZone } = past
  for (const { daysAgo, answer, ...request } of sampleCases)
    await as(past, officer, async () => {
      const id = ids.next()
      const ports = { rights: store.rights, clock, ids: { next: () => id }, tokens, keyring, timeZone }
      const received = { receivedOn: addDays(today, -daysAgo), identityChecked: request.contact !== null }
      const formCode = newSecretCode(tokens)
      const recorded = { ...request, ...received, formCode, by: officer.name, founded: null }
      done(await recordCase(ports, recorded))
      if (!answer) return
      done(await sendAnswer(ports, { id, text: answer.text, purpose: 'answer' }))
      done(await closeCase(ports, { id, outcome: answer.outcome }))
    })
}

/** Agrees an action because of an open finding of an audit. It is due within a week of `today`. */
export async function agreeActionOnFinding(past: Past, { officer }: PastPeople, today: string): Promise<void> {
  const { store, clock, ids, timeZone } = past
  const finding = (await store.actionList.openFindings()).find(({ kind }) => kind === 'audit-finding')
  if (!finding) throw new Error('no finding of an audit is open')
  const { dueIn, ...text } = DUE_THIS_WEEK
  const agreed = { ...text, dueOn: addDays(today, dueIn), origin: finding.kind, originId: finding.id }
  done(
    await as(past, officer, () =>
      agreeAction({ actionList: store.actionList, clock, ids, timeZone }, { ...agreed, by: officer.name }),
    ),
  )
}
