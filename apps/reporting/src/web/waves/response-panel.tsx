import { useQuery } from '@tanstack/react-query'
import { trpc } from '../api.ts'
import { ErrorNote } from '../components/note.tsx'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import { SectionParts } from '../method-report/section-parts.tsx'

/** Shows the outcome of all invitations and AAPOR's response rates. */
export function ResponsePanel({ period }: { readonly period: string }) {
  const { locale, words } = useLanguage()
  const { data, error } = useQuery(trpc.methodReport.response.queryOptions({ period, locale }))
  return (
    <Panel title={words.methodReport.response.title}>
      {error ? <ErrorNote error={error} /> : null}
      {data ? <SectionParts {...data} /> : null}
    </Panel>
  )
}
