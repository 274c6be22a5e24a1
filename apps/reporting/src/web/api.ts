import { QueryClient } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink, TRPCClientError } from '@trpc/client'
import { createTRPCOptionsProxy } from '@trpc/tanstack-react-query'
import superjson from 'superjson'
import type { AppRouter } from '../server/trpc/router.ts'
import { attendance } from './attendance.ts'
import { SessionEnded } from './session-ended.ts'

export type { AppRouter }

/** A refused request is not sent again. */
function mayRetry(failures: number, error: unknown): boolean {
  const isRefusal = error instanceof TRPCClientError && typeof error.data?.httpStatus === 'number'
  return failures < 2 && !isRefusal && !(error instanceof SessionEnded)
}

export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 30_000, retry: mayRetry }, mutations: { retry: false } },
})

export const client = createTRPCClient<AppRouter>({
  links: [httpBatchLink({ url: '/trpc', transformer: superjson, maxItems: 10, headers: attendance })],
})

export const trpc = createTRPCOptionsProxy<AppRouter>({ client, queryClient })

type Answer<T extends () => Promise<unknown>> = Awaited<ReturnType<T>>
/** A router, such as `wave` of `wave.list`. */
export type Area = keyof typeof client
type Me = Answer<typeof client.session.me.query>
export type User = NonNullable<Me['user']>
export type GoalView = Awaited<ReturnType<typeof client.scorecard.goal.query>>
export type MissingView = GoalView['missing'][number]
export type BridgeView = GoalView['bridges'][number]
export type Closing = Awaited<ReturnType<typeof client.period.closing.query>>
export type Training = Awaited<ReturnType<typeof client.scorecard.training.query>>
export type LeakPicture = Awaited<ReturnType<typeof client.scorecard.leaks.query>>
export type LeakCount = LeakPicture['leaks'][number]
export type Audits = Awaited<ReturnType<typeof client.scorecard.audits.query>>
export type Trace = Awaited<ReturnType<typeof client.sample.trace.query>>
export type ListedSample = Awaited<ReturnType<typeof client.sample.list.query>>[number]
export type ShownSample = Awaited<ReturnType<typeof client.sample.show.query>>
export type Register = Answer<typeof client.register.list.query>[number]
export type SavedView = Awaited<ReturnType<typeof client.registerRow.savedViews.query>>[number]
export type AccountEntry = Answer<typeof client.people.log.query>[number]
export type AuditLine = Awaited<ReturnType<typeof client.auditLog.list.query>>['entries'][number]
export type Runs = Answer<typeof client.service.list.query>
export type AskedDecisions = NonNullable<Awaited<ReturnType<typeof client.decision.asked.query>>>
export type ShownDraft = NonNullable<Answer<typeof client.questionnaire.draft.query>>
export type QuestionnaireVersions = NonNullable<Answer<typeof client.questionnaire.versions.query>>['versions']
export type ShownLanguage = Answer<typeof client.language.list.query>[number]
export type CheckedLanguage = Extract<
  Awaited<ReturnType<typeof client.language.check.mutate>>,
  { readonly outcome: 'checked' }
>
export type ShownMeeting = Awaited<ReturnType<typeof client.meeting.show.query>>
export type Person = Answer<typeof client.people.list.query>[number]
export type FirstRun = Answer<typeof client.firstRun.steps.query>
export type ApiKey = Answer<typeof client.apiKey.list.query>[number]
export type ApiScope = ApiKey['scopes'][number]
export type ApprovalsView = Answer<typeof client.approval.list.query>
export type ShownApproval = ApprovalsView['waiting'][number]
export type Appointments = Answer<typeof client.people.appointments.query>
export type Invitation = Answer<typeof client.people.invitations.query>[number]
export type PersonalField = Answer<typeof client.privacy.fields.query>[number]
export type DeletionProof = Answer<typeof client.privacy.proofs.query>[number]
export type Measures = Awaited<ReturnType<typeof client.measure.list.query>>
export type Measure = Measures['measures'][number]
export type PolicyPage = Answer<typeof client.policy.pages.query>['pages'][number]
export type PolicyProof = Awaited<ReturnType<typeof client.policy.proofs.query>>[number]
export type PolicyVersion = Answer<typeof client.policy.versions.query>[number]
export type CommentSummary = Awaited<ReturnType<typeof client.comment.summary.query>>
export type CommentPage = Awaited<ReturnType<typeof client.comment.list.query>>
export type ShownComment = CommentPage['comments'][number]
export type OpenCase = Answer<typeof client.rights.list.query>['open'][number]
export type ClosedCase = Answer<typeof client.rights.list.query>['closed'][number]
export type ShownCase = Awaited<ReturnType<typeof client.rights.show.query>>
export type OpenReport = Answer<typeof client.whistle.list.query>['open'][number]
export type ClosedReport = Answer<typeof client.whistle.list.query>['closed'][number]
export type ShownReport = Awaited<ReturnType<typeof client.whistle.show.query>>
export type OrganisationSettings = NonNullable<Answer<typeof client.organisation.get.query>>
export type ShownEdition = Awaited<ReturnType<typeof client.edition.show.query>>
export type EditionLedger = NonNullable<ShownEdition['ledger']>
