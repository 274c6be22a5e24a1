import type { Id } from '@wayproof/kernel/id'
import type { SurveyPorts } from '../../ports.ts'

/** A survey on the storage under test. It begins empty at 09:00 on 1 July 2026 in Shanghai. */
export interface ContractFixture {
  readonly ports: SurveyPorts
  setNow(iso: string): void
  /** IDs of all invitations, in order. */
  invitationIds(): Promise<readonly Id[]>
  /** Marks every queued letter as sent now. */
  sendLetters(): Promise<void> | void
}

/** Opens an empty survey on the storage under test. */
export type OpenContractFixture = () => Promise<ContractFixture>
