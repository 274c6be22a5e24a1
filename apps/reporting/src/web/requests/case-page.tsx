import { useQuery } from '@tanstack/react-query'
import { urgencyOf } from '@wayproof/evidence/rights/rights-case'
import { daysBetween } from '@wayproof/kernel/calendar/calendar-date'
import { day, relativeDay } from '@wayproof/messages/date-format'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Conversation } from '../conversation/conversation.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { AnswerForm } from './answer-form.tsx'
import { CaseFacts } from './case-facts.tsx'
import { CaseHistory } from './case-history.tsx'
import { CloseCase } from './close-case.tsx'
import { CorrectForm } from './correct-form.tsx'
import { ExtensionForm } from './extension-form.tsx'
import { NextStep } from './next-step.tsx'
import styles from './requests.module.css'
import { UrgencyMark } from './urgency-mark.tsx'

/** Shows one request with its messages and the officer's next steps. */
export function CasePage({ id }: { readonly id: string }) {
  const { locale, words } = useLanguage()
  const { today } = useOrganisationDays()
  const text = words.reporting.requests
  const caseQuery = useQuery(trpc.rights.show.queryOptions({ id }))
  if (caseQuery.isLoadingError) return <FaultPanel error={caseQuery.error} onAgain={() => void caseQuery.refetch()} />
  if (!caseQuery.data) return <Loading heights={[56, 240, 240]} />
  const view = caseQuery.data
  const { kind, status, receivedOn } = view.case
  const open = status !== 'closed'
  return (
    <>
      <PageHead
        title={text.caseTitle(words.rights.kinds[kind], day(receivedOn, locale))}
        lead={
          open ? (
            <>
              <UrgencyMark urgency={urgencyOf(view.case, today)} dueOn={view.case.dueOn} />
              {view.case.dueOn === null
                ? null
                : ` · ${text.dueIn(relativeDay(daysBetween(today, view.case.dueOn), locale), day(view.case.dueOn, locale))}`}
            </>
          ) : (
            words.rights.statuses.closed
          )
        }
        trail={[words.rights.kinds[kind]]}
      />
      <div className={styles.layout}>
        <div className={ui.stack}>
          <Conversation
            title={text.conversation}
            messages={view.messages.map(({ purpose, day: date, text: body }) => ({
              byline: text.said[purpose](day(date, locale)),
              text: body,
            }))}
            deletedText={text.gone}
            language={view.case.locale}
          />
          {open ? <NextStep view={view} /> : null}
          {open ? <AnswerForm request={view.case} /> : null}
          {view.extendableTo === null ? null : <ExtensionForm id={id} dueOn={view.extendableTo} />}
          {open ? <CloseCase request={view.case} /> : null}
        </div>
        <div className={ui.stack}>
          <CaseFacts view={view} />
          <CaseHistory changes={view.changes} />
          <CorrectForm request={view.case} />
        </div>
      </div>
    </>
  )
}
