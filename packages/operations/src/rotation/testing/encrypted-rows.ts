import { openCase } from '@wayproof/evidence/rights/open-case'
import type { RightsPorts } from '@wayproof/evidence/rights/ports'
import { rightsStore } from '@wayproof/evidence/rights/rights-store'
import type { WhistlePorts } from '@wayproof/evidence/whistle-blowing/ports'
import { takeReport } from '@wayproof/evidence/whistle-blowing/take-report'
import { whistleStore } from '@wayproof/evidence/whistle-blowing/whistle-store'
import { NONCE_BYTES } from '@wayproof/kernel/secrets/nonce'
import { newSecretCode } from '@wayproof/kernel/secrets/secret-code'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import type { SurveyWorld } from '@wayproof/survey/testing/survey-world'
import { resultOf } from './rotated-world.ts'

type Ports = RightsPorts & WhistlePorts

/** The use cases of requests and reports on the database of a survey. */
export const conversationPorts = ({ database, ports }: SurveyWorld): Ports => {
  const { clock, keyring, timeZone } = ports
  const stores = { rights: rightsStore(database, systemIds), reports: whistleStore(database) }
  return { ...stores, clock, ids: systemIds, tokens: systemTokens, keyring, timeZone }
}

/** The codes of one request and one report, each with a contact and `messages` messages. */
export async function fillEncrypted(world: SurveyWorld, messages: number) {
  const ports = conversationPorts(world)
  const { user, rightsMessage, whistleMessage, rightsCase, whistleReport } = await world.database.records()
  const moments = { createdAt: new Date(0), updatedAt: new Date(0) }
  const handler = { id: 'handler', name: 'N', email: 'handler@x.example', role: 'case-handler', locale: 'en' }
  await user.create({ data: { ...handler, emailVerified: true, ...moments } })
  const written = { text: 'message 1', contact: 'ann@mail.example', locale: 'en' } as const
  const formCode = newSecretCode(systemTokens)
  const opened = resultOf(await openCase(ports, { formCode, kind: 'access', regime: 'china', ...written }))
  const taken = resultOf(await takeReport(ports, { formCode, reporter: 'staff', ...written }))
  const further = Array.from({ length: messages - 1 }, (_, n) => n + 2)
  const words = (purpose: 'case-text' | 'report-text', number: number) => ({
    ...{ number, purpose: 'message', day: '2026-07-01' },
    textSealed: new Uint8Array(ports.keyring.seal(purpose, `message ${number}`, systemTokens.bytes(NONCE_BYTES))),
  })
  const caseId = (await rightsCase.findFirstOrThrow()).id
  const reportId = (await whistleReport.findFirstOrThrow()).id
  await rightsMessage.createMany({
    data: further.map((n) => ({ caseId, author: 'person', ...words('case-text', n) })),
  })
  await whistleMessage.createMany({
    data: further.map((n) => ({ reportId, author: 'reporter', ...words('report-text', n) })),
  })
  return { caseCode: opened.caseCode, reportCode: taken.caseCode }
}
