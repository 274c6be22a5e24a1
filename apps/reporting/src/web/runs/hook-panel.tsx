import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { moment } from '@wayproof/messages/date-format'
import { queryClient, type Runs, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { Facts } from '../components/facts.tsx'
import { ErrorNote, Note } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'

/** Shows how messages of the web hook went, and sends a test message. */
export function HookPanel({ hook }: Pick<Runs, 'hook'>) {
  const { locale, words } = useLanguage()
  const { timeZone } = useOrganisationDays()
  const text = words.reporting.runs
  const { none } = words.reporting.shell
  const test = useMutation(
    trpc.service.testHook.mutationOptions({ onSettled: () => void queryClient.invalidateQueries() }),
  )
  if (!hook)
    return (
      <Panel title={text.hookTitle}>
        <p className={ui.soft}>{text.noHook}</p>
      </Panel>
    )
  const { form, acceptedAt, waiting, fault } = hook
  return (
    <Panel title={text.hookTitle}>
      <div className={ui.stack}>
        <Facts
          facts={[
            [text.hookForm, text.forms[form]],
            [text.hookAccepted, acceptedAt === null ? none : moment(acceptedAt, timeZone, locale)],
            [text.hookWaiting, waiting.toLocaleString(locale)],
            [text.hookFault, fault === null ? none : <Verbatim key="fault">{fault}</Verbatim>],
          ]}
        />
        {test.isSuccess ? <Note>{text.hookTested}</Note> : null}
        {test.error ? <ErrorNote error={test.error} /> : null}
        <div>
          <Button variant="default" loading={test.isPending} onClick={() => test.mutate()}>
            {text.hookTest}
          </Button>
        </div>
      </div>
    </Panel>
  )
}
