import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { day } from '@wayproof/messages'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultPanel } from '../components/fault-panel.tsx'
import { Loading } from '../components/loading.tsx'
import { PageHead } from '../components/page-head.tsx'
import { Conversation } from '../conversation/conversation.tsx'
import { useLanguage } from '../language.tsx'
import { AnswerForm } from './answer-form.tsx'
import { CaseFacts } from './case-facts.tsx'
import { CaseHistory } from './case-history.tsx'
import { CloseCase } from './close-case.tsx'
import { CorrectForm } from './correct-form.tsx'
import { ExtensionForm } from './extension-form.tsx'
import { NextStep } from './next-step.tsx'

/** Shows one request with its messages and the officer's next steps. */
export function CasePage({ id }: { readonly id: string }) {
  const { locale, words } = useLanguage()
  const text = words.reporting.requests
  const found = useQuery(trpc.rights.show.queryOptions({ id }))
  if (found.isLoadingError) return <FaultPanel error={found.error} onAgain={() => void found.refetch()} />
  if (!found.data) return <Loading heights={[56, 240, 240]} />
  const shown = found.data
  const { kind, status, receivedOn } = shown.case
  const open = status !== 'closed'
  return (
    <>
      <PageHead
        title={text.caseTitle(words.rights.kinds[kind], day(receivedOn, locale))}
        above={
          <Link to="/requests" search={{}}>
            {text.back}
          </Link>
        }
      />
      <div className={ui.stack}>
        <CaseFacts shown={shown} />
        <Conversation
          title={text.conversation}
          messages={shown.messages.map(({ purpose, day: date, text: written }) => ({
            byline: text.said[purpose](day(date, locale)),
            text: written,
          }))}
          deletedText={text.gone}
          language={shown.case.locale}
        />
        {open ? <NextStep kind={kind} /> : null}
        {open ? <AnswerForm request={shown.case} /> : null}
        {shown.extendableTo === null ? null : <ExtensionForm id={id} dueOn={shown.extendableTo} />}
        {open ? <CloseCase request={shown.case} /> : null}
        <CorrectForm request={shown.case} />
        <CaseHistory changes={shown.changes} />
      </div>
    </>
  )
}
