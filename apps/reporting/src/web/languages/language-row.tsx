import { useMutation } from '@tanstack/react-query'
import { languageName } from '@wayproof/messages/language-name'
import { count } from '@wayproof/messages/number-format'
import { useState } from 'react'
import { queryClient, type ShownLanguage, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { ErrorNote, Note } from '../components/note.tsx'
import { Verbatim } from '../components/verbatim.tsx'
import { ConfirmDialog } from '../forms/confirm-dialog.tsx'
import { useLanguage } from '../language.tsx'
import { useOrganisationDays } from '../organisation-day.ts'
import { downloadJson } from '../questionnaire/download.ts'

/** One added language: how complete it is, and whether travelers get it. */
export function LanguageRow({ language }: { readonly language: ShownLanguage }) {
  const { locale, words } = useLanguage()
  const { dayOf } = useOrganisationDays()
  const { languages: text } = words.reporting
  const { columns, act } = text
  const { tag, name, isActive, complete, all, travelers, changed } = language
  const [isAsking, setIsAsking] = useState(false)
  const download = useMutation({
    mutationFn: () => queryClient.fetchQuery({ ...trpc.language.template.queryOptions({ tag, name }), staleTime: 0 }),
    onSuccess: (answer) => {
      if (answer.outcome === 'template') downloadJson(`language-${tag}.json`, answer.json)
    },
  })
  const test = useMutation(trpc.language.testLetter.mutationOptions())
  const isIncomplete = complete < all
  const isBlocked = isIncomplete && !isActive
  return (
    <tr>
      <th scope="row" data-label={columns.language}>
        {languageName(tag, locale)}{' '}
        <span className={ui.soft} lang={tag}>
          <Verbatim>{name}</Verbatim>
        </span>
      </th>
      <td data-label={columns.state}>{isActive ? text.active : text.draft}</td>
      <td data-label={columns.complete} data-number>
        {text.of(complete, all)}
      </td>
      <td data-label={columns.travelers} data-number>
        {count(travelers, locale)}
      </td>
      <td data-label={columns.changed}>{text.by(changed.by, dayOf(changed.at))}</td>
      <td data-label={columns.acts}>
        <div className={ui.stack}>
          <div className={ui.rowActions}>
            <button type="button" className={ui.quiet} disabled={download.isPending} onClick={() => download.mutate()}>
              {act.download}
            </button>
            <button type="button" className={ui.quiet} disabled={test.isPending} onClick={() => test.mutate({ tag })}>
              {act.test}
            </button>
            <button
              type="button"
              className={ui.quiet}
              disabled={isBlocked}
              aria-describedby={isBlocked ? `${tag}-blocked` : undefined}
              onClick={() => setIsAsking(true)}
            >
              {isActive ? act.deactivate : act.activate}
            </button>
          </div>
          {isBlocked ? (
            <p className={ui.soft} id={`${tag}-blocked`}>
              {text.incomplete}
            </p>
          ) : null}
          {test.data?.outcome === 'sent' ? <Note>{text.testSent(isIncomplete)}</Note> : null}
          {test.data?.outcome === 'unknown' ? <Note tone="caution">{text.outcomes.unknown}</Note> : null}
          {download.error ? <ErrorNote error={download.error} /> : null}
          {test.error ? <ErrorNote error={test.error} /> : null}
        </div>
        {isAsking ? <ActivationDialog language={language} onClose={() => setIsAsking(false)} /> : null}
      </td>
    </tr>
  )
}

interface ActivationDialogProps {
  readonly language: ShownLanguage
  readonly onClose: () => void
}

/** Asks before travelers get another language than they got, with how many they are. */
function ActivationDialog({ language: { tag, revision, isActive, travelers }, onClose }: ActivationDialogProps) {
  const { locale, words } = useLanguage()
  const { languages: text } = words.reporting
  const set = useMutation(
    trpc.language.setActive.mutationOptions({
      onSuccess: async ({ outcome }) => {
        await queryClient.invalidateQueries({ queryKey: trpc.language.pathKey() })
        if (outcome === 'saved' || outcome === 'waits') onClose()
      },
    }),
  )
  const name = languageName(tag, locale)
  const dialogText = isActive ? text.deactivation : text.activation
  const refusal =
    set.data && set.data.outcome !== 'saved' && set.data.outcome !== 'waits' ? text.outcomes[set.data.outcome] : null
  return (
    <ConfirmDialog
      title={dialogText.title(name)}
      action={isActive ? text.act.deactivate : text.act.activate}
      busy={set.isPending}
      onConfirm={() => set.mutate({ tag, seen: revision, isActive: !isActive })}
      onClose={onClose}
    >
      <p>{dialogText.text(travelers)}</p>
      {isActive ? null : <p>{text.activation.questionnaire}</p>}
      {refusal ? <Note tone="caution">{refusal}</Note> : null}
      {set.error ? <ErrorNote error={set.error} /> : null}
    </ConfirmDialog>
  )
}
