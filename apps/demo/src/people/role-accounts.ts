import type { UserRole } from '@wayproof/accounts/accounts/person'
import type { NewUser } from '@wayproof/local-stack/clients/officer'
import {
  approvingOfficer,
  caseHandler,
  departmentAccounts,
  executives,
  sampleAuditor,
} from '@wayproof/sample-company/people'

export type Account = Pick<NewUser, 'name' | 'email' | 'password'>

const [humanResources, security, service, procurement, administrator] = departmentAccounts

/** An account of each role of the sample company. */
export const roleAccounts: Readonly<Record<UserRole, Account>> = {
  ...{ officer: approvingOfficer, executive: executives[0], auditor: sampleAuditor, 'case-handler': caseHandler },
  ...{ 'human-resources': humanResources, 'it-security': security, 'customer-service': service },
  ...{ procurement, administrator },
}
