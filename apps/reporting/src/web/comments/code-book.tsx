import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { type CommentSummary, queryClient, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { FaultNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { QuietButton } from '../components/quiet-button.tsx'
import { WideTable } from '../components/wide-table.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'
import { CodeForm } from './code-form.tsx'
import styles from './comments.module.css'

type Code = CommentSummary['codes'][number]

interface CodeBookProps {
  readonly summary: CommentSummary
  readonly officer: boolean
}

/** Lists the themes with their numbers of comments; officers edit them. */
export function CodeBook({ summary, officer }: CodeBookProps) {
  const { codes, step, fewest } = summary
  const { locale, words } = useLanguage()
  const text = words.reporting.comments.book
  const [renamed, setRenamed] = useState<Code | null>(null)
  const [leaving, setLeaving] = useState<Code | null>(null)
  const remove = useMutation(
    trpc.comment.removeCode.mutationOptions({
      onSuccess: () => {
        setLeaving(null)
        void queryClient.invalidateQueries()
      },
    }),
  )
  return (
    <Panel title={text.title}>
      {codes.length === 0 ? <p className={ui.soft}>{text.none}</p> : null}
      {codes.length > 0 && !summary.notShown ? <p className={ui.soft}>{text.rounded(step, fewest)}</p> : null}
      {codes.length > 0 ? (
        <WideTable caption={text.caption} stacked>
          <thead>
            <tr>
              <th scope="col">{text.code}</th>
              <th scope="col" data-number>
                {text.count}
              </th>
              {officer ? <td /> : null}
            </tr>
          </thead>
          <tbody>
            {codes.map((code) => (
              <tr key={code.id}>
                <th scope="row">
                  {code.name[locale]} {code.retired ? <span className={ui.soft}>{text.retired}</span> : null}
                </th>
                <td data-number data-label={text.count}>
                  {code.count.kind === 'shown' ? text.atLeast(code.count.comments) : text.few(fewest)}
                </td>
                {officer ? (
                  <td className={styles.actions}>
                    {code.retired ? null : (
                      <>
                        <QuietButton aria-label={text.renameOf(code.name[locale])} onClick={() => setRenamed(code)}>
                          {text.rename}
                        </QuietButton>{' '}
                        <QuietButton aria-label={text.removeOf(code.name[locale])} onClick={() => setLeaving(code)}>
                          {text.remove}
                        </QuietButton>
                      </>
                    )}
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </WideTable>
      ) : null}
      {officer ? <CodeForm key={renamed?.id ?? 'new'} code={renamed} onDone={() => setRenamed(null)} /> : null}
      {leaving ? (
        <ConfirmDialog
          title={text.removeOf(leaving.name[locale])}
          action={text.remove}
          busy={remove.isPending}
          onConfirm={() => remove.mutate({ id: leaving.id })}
          onClose={() => setLeaving(null)}
        >
          <p>{text.confirm}</p>
          {remove.error ? <FaultNote error={remove.error} /> : null}
        </ConfirmDialog>
      ) : null}
    </Panel>
  )
}
