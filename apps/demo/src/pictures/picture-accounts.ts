import type { Locale } from '@wayproof/kernel'
import { accept, invitationLink, type LocalStack, type NewUser, type OfficerAtWork } from '@wayproof/local-stack'
import {
  approvingOfficer,
  caseHandler,
  departmentPeople,
  executives,
  firstOfficer,
  sampleAuditor,
} from '@wayproof/sample-company'
import type { UserRole } from '@wayproof/store'

type Account = Pick<NewUser, 'email' | 'password'>

const { password } = firstOfficer

/** An account of each role: those of the sample company, and new ones for the roles that it lacks. */
export async function pictureAccounts(
  stack: LocalStack,
  atWork: OfficerAtWork,
): Promise<Readonly<Record<UserRole, Account>>> {
  const join = async (role: keyof typeof departmentPeople): Promise<Account> => {
    const account = {
      name: departmentPeople[role],
      email: `${role}@yuntu.example`,
      password,
      locale: 'en' satisfies Locale,
    } as const
    await atWork.invite(account.email, role, account.locale)
    await accept(stack.reportingUrl, await invitationLink(stack.sink, account.email), account)
    return account
  }
  const [humanResources, security, service, procurement, administrator] = [
    await join('human-resources'),
    await join('it-security'),
    await join('customer-service'),
    await join('procurement'),
    await join('administrator'),
  ]
  return {
    ...{ officer: approvingOfficer, executive: executives[0], auditor: sampleAuditor, 'case-handler': caseHandler },
    ...{ 'human-resources': humanResources, 'it-security': security, 'customer-service': service },
    ...{ procurement, administrator },
  }
}
