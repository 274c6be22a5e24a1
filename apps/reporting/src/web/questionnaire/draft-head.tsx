import { Button, Menu } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import { periodName } from '@wayproof/messages/date-format'
import { Suspense, useState } from 'react'
import { queryClient, type ShownDraft, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { PageHead } from '../components/page-head.tsx'
import { SlotSentence } from '../components/slot-sentence.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'
import { ImportDrawer } from '../on-demand.ts'
import { useOrganisationDays } from '../organisation-day.ts'
import { SendTest } from '../questionnaire-preview/send-test.tsx'
import { downloadJson } from './download.ts'
import { DraftError } from './draft-error.tsx'
import type { Finding } from './findings.ts'
import styles from './questionnaire.module.css'

interface DraftHeadProps {
  readonly stored: ShownDraft
  readonly typed: Questionnaire
  readonly findings: readonly Finding[]
  readonly isDirty: boolean
  readonly onStored: (draft: ShownDraft) => void
}

/** The sentence that says what is left before publishing, and the next act. */
export function DraftHead(props: DraftHeadProps) {
  const { stored, findings, isDirty } = props
  const { locale, words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const { title, lead, crumb, crumbVersion } = words.reporting.questionnaire
  const next = useQuery(trpc.programme.get.queryOptions()).data?.next
  const { version, proposed } = stored
  const faults = findings.filter(({ isFault }) => isFault).length
  const waits = proposed !== null && !isDirty
  const sentence = waits
    ? title.waits(version)
    : findings.length === 0
      ? title.ready(version)
      : title.remain(version, faults, findings.length - faults)
  return (
    <PageHead
      title={sentence}
      lead={
        !waits ? (
          lead.draft(next ? { period: periodName(next.period, locale), day: dayOf(next.at) } : null)
        ) : proposed.isMine ? (
          lead.mine
        ) : (
          <SlotSentence sentence={lead.theirs}>
            <Verbatim>{proposed.by}</Verbatim>
          </SlotSentence>
        )
      }
      trail={[crumb, crumbVersion(version)]}
    >
      <DraftActions {...props} canPropose={faults === 0} />
    </PageHead>
  )
}

interface DraftActionsProps {
  readonly stored: ShownDraft
  readonly typed: Questionnaire
  readonly isDirty: boolean
  readonly canPropose: boolean
  /** Called with the draft that the server has after an import. */
  readonly onStored: (draft: ShownDraft) => void
}

const reload = () => queryClient.invalidateQueries({ queryKey: trpc.questionnaire.pathKey() })

/** Asks for the second officer, publishes as one, or discards, imports and exports the draft. */
function DraftActions({ stored, typed, isDirty, canPropose, onStored }: DraftActionsProps) {
  const { act: text } = useLanguage().words.reporting.questionnaire
  const [open, setOpen] = useState<'publish' | 'discard' | 'import' | null>(null)
  const done = { onSuccess: reload, onSettled: () => setOpen(null) }
  const propose = useMutation(trpc.questionnaire.propose.mutationOptions(done))
  const publish = useMutation(trpc.approval.decide.mutationOptions(done))
  const discard = useMutation(trpc.questionnaire.discard.mutationOptions(done))
  const { id, revision, version, proposed } = stored
  const close = () => setOpen(null)
  const isTheirs = proposed !== null && !proposed.isMine && !isDirty
  return (
    <div className={styles.acts}>
      <div className={ui.buttons}>
        <SendTest id={id} isDirty={isDirty} />
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default">{text.more}</Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => downloadJson(`questionnaire-${version}-draft.json`, JSON.stringify(typed))}>
              {text.export}
            </Menu.Item>
            <Menu.Item disabled={isDirty} onClick={() => setOpen('import')}>
              {text.import}
            </Menu.Item>
            <Menu.Item onClick={() => setOpen('discard')}>{text.discard}</Menu.Item>
          </Menu.Dropdown>
        </Menu>
        {isTheirs ? (
          <Button disabled={!canPropose} onClick={() => setOpen('publish')}>
            {text.publish}
          </Button>
        ) : proposed && !isDirty ? null : (
          <Button
            disabled={!canPropose || isDirty}
            loading={propose.isPending}
            onClick={() => propose.mutate({ id, seen: revision })}
          >
            {text.propose}
          </Button>
        )}
      </div>
      <DraftError error={propose.error ?? publish.error ?? discard.error} />
      {open === 'publish' ? (
        <ConfirmDialog
          title={text.publishTitle(version)}
          action={text.publish}
          busy={publish.isPending}
          onConfirm={() => proposed && publish.mutate({ id: proposed.approval, approve: true })}
          onClose={close}
        >
          <p>{text.publishText}</p>
        </ConfirmDialog>
      ) : open === 'discard' ? (
        <ConfirmDialog
          title={text.discardTitle(version)}
          action={text.discardAction}
          isDangerous
          busy={discard.isPending}
          onConfirm={() => discard.mutate({ id, seen: revision })}
          onClose={close}
        >
          <p>{text.discardText}</p>
        </ConfirmDialog>
      ) : open === 'import' ? (
        <Suspense>
          <ImportDrawer stored={stored} onStored={onStored} onClose={close} />
        </Suspense>
      ) : null}
    </div>
  )
}
