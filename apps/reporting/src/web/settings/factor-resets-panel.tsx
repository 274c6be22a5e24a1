import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { queryClient, trpc } from '../api.ts'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { ConfirmDialog } from '../surface/confirm-dialog.tsx'
import { FaultNote } from '../surface/note.tsx'
import { Panel } from '../surface/panel.tsx'
import { QuietButton } from '../surface/quiet-button.tsx'
import surface from '../surface/surface.module.css'
import { WideTable } from '../surface/wide-table.tsx'

const onSettled = () => queryClient.invalidateQueries()

/** Second factors that an officer wants removed, and who confirmed it; nothing where there is none. */
export function FactorResetsPanel({ officer }: { readonly officer: boolean }) {
  const { words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const text = words.reporting.account.factor.resets
  const { data: resets = [] } = useQuery(trpc.secondFactor.resets.queryOptions())
  const rules = useQuery({ ...trpc.secondFactor.rules.queryOptions(), enabled: officer })
  const [asked, setAsked] = useState<(typeof resets)[number] | null>(null)
  const ask = useMutation(trpc.secondFactor.askReset.mutationOptions({ onSettled }))
  const confirm = useMutation(
    trpc.secondFactor.confirmReset.mutationOptions({
      onSettled: () => {
        setAsked(null)
        return onSettled()
      },
    }),
  )
  const waiting = new Set(resets.filter(({ confirmed }) => !confirmed).map(({ userId }) => userId))
  const others = (rules.data?.users ?? []).filter(({ id }) => !waiting.has(id))
  if (resets.length + others.length === 0) return null
  return (
    <Panel title={text.title}>
      <p className={surface.soft}>{text.lead}</p>
      <WideTable caption={text.title} stacked>
        <thead>
          <tr>
            {[text.who, text.asked, text.confirmed].map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {others.map(({ id, name }) => (
            <tr key={id}>
              <th scope="row" translate="no">
                {name}
              </th>
              <td data-label={text.asked}>
                <QuietButton disabled={ask.isPending} onClick={() => ask.mutate({ id })}>
                  {text.ask}
                </QuietButton>
              </td>
              <td data-label={text.confirmed}>{words.reporting.shell.none}</td>
            </tr>
          ))}
          {resets.map((reset) => (
            <tr key={reset.id}>
              <th scope="row" translate="no">
                {reset.name}
              </th>
              <td data-label={text.asked} translate="no">
                {text.on(reset.askedBy, dayOf(reset.askedAt))}
              </td>
              <td data-label={text.confirmed}>
                {reset.confirmed ? (
                  <span translate="no">{text.on(reset.confirmed.by, dayOf(reset.confirmed.at))}</span>
                ) : reset.mayConfirm ? (
                  <QuietButton onClick={() => setAsked(reset)}>{text.confirm}</QuietButton>
                ) : (
                  text.waits
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </WideTable>
      {ask.error ? <FaultNote error={ask.error} /> : null}
      {confirm.error ? <FaultNote error={confirm.error} /> : null}
      {asked ? (
        <ConfirmDialog
          title={text.confirmTitle}
          action={text.confirm}
          busy={confirm.isPending}
          onConfirm={() => confirm.mutate({ id: asked.id })}
          onClose={() => setAsked(null)}
        >
          <p>{text.confirmText(asked.name, asked.askedBy)}</p>
        </ConfirmDialog>
      ) : null}
    </Panel>
  )
}
