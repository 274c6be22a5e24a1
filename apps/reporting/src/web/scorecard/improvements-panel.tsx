import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { ChosenImprovements } from '../improvements/chosen-improvements.tsx'
import { useLanguage } from '../language.tsx'

export function ImprovementsPanel({ period, isOfficer }: { readonly period: string; readonly isOfficer: boolean }) {
  const { words } = useLanguage()
  const text = words.reporting.scorecard.improvements
  const improvements = useQuery(trpc.improvement.list.queryOptions({ period })).data
  return (
    <Panel
      title={text.title}
      actions={
        isOfficer ? (
          <Link
            to="/goal/$goal"
            params={{ goal: 'customer-satisfaction' }}
            search={{ period }}
            hash="improvements"
            className={ui.quiet}
          >
            {text.choose}
          </Link>
        ) : null
      }
    >
      {improvements?.length === 0 ? <p className={ui.soft}>{text.none}</p> : null}
      {improvements?.length ? <ChosenImprovements improvements={improvements} /> : null}
    </Panel>
  )
}
