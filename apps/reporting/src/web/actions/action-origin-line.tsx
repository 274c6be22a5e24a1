import { Link } from '@tanstack/react-router'
import { periodName } from '@wayproof/messages/date-format'
import type { ListedAction } from '@wayproof/oversight/actions/list-actions'
import { GOALS } from '@wayproof/scorecard/goals/goal'
import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'

/** The origin of an action with a link to it, and its half-year. */
export function ActionOriginLine({ action }: { readonly action: ListedAction }) {
  const { locale, words } = useLanguage()
  return (
    <span className={ui.fileName}>
      <OriginLink action={action} />
      {words.reporting.shell.listed}
      {periodName(action.period, locale)}
    </span>
  )
}

function OriginLink({ action: { origin, originId, period } }: { readonly action: ListedAction }) {
  const { words } = useLanguage()
  const name = words.reporting.actions.origins[origin]
  const { labelled } = words.reporting.shell
  switch (origin) {
    case 'red-goal': {
      const goal = GOALS.find((goalId) => goalId === originId)
      return (
        <Link to="/closing" search={{ period }}>
          {goal ? labelled(name, words.goals.names[goal]) : name}
        </Link>
      )
    }
    case 'audit-finding':
    case 'security-finding':
      return (
        <Link
          to="/registers/$register"
          params={{ register: `${origin}s` }}
          search={{ row: JSON.stringify([originId]) }}
        >
          {labelled(name, originId)}
        </Link>
      )
    case 'feedback':
      return <Link to="/waves">{name}</Link>
    default:
      return (
        <Link to="/meetings/$meeting" params={{ meeting: originId }}>
          {name}
        </Link>
      )
  }
}
