import { NativeSelect } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { ACTION_ORIGINS, ACTION_OWNERS } from '@wayproof/oversight/actions/action'
import type { ListedAction } from '@wayproof/oversight/actions/list-actions'
import { useLanguage } from '../language.tsx'
import people from '../people/people.module.css'
import { type ActionSearch, actionSearch, isShown, SHOWN } from './action-search.ts'

interface ActionFilterProps {
  readonly search: ActionSearch
  /** Actions that match origin and owner. */
  readonly actions: readonly ListedAction[]
  readonly today: string
}

/** Filters by state, origin and owner; the address holds them. */
export function ActionFilter({ search, actions, today }: ActionFilterProps) {
  const { words } = useLanguage()
  const text = words.reporting.actions
  const navigate = useNavigate()
  const navigateTo = (next: Readonly<Record<string, unknown>>) =>
    void navigate({ to: '/actions', search: actionSearch({ ...search, ...next }) })
  return (
    <div className={people.filter}>
      <fieldset className={people.choices} aria-label={text.show}>
        {SHOWN.map((show) => (
          <button
            key={show}
            type="button"
            className={people.choice}
            aria-pressed={show === (search.show ?? 'open')}
            onClick={() => navigateTo({ show })}
          >
            {text.shown[show]} {actions.filter((action) => isShown(show, action, today)).length}
          </button>
        ))}
      </fieldset>
      <NativeSelect
        label={text.origin}
        value={search.origin ?? ''}
        data={[
          { value: '', label: text.anyOrigin },
          ...ACTION_ORIGINS.map((origin) => ({ value: origin, label: text.origins[origin] })),
        ]}
        onChange={({ currentTarget: { value } }) => navigateTo({ origin: value })}
      />
      <NativeSelect
        label={text.columns.owner}
        value={search.owner ?? ''}
        data={[
          { value: '', label: text.anyOwner },
          ...ACTION_OWNERS.map((owner) => ({ value: owner, label: words.goals.owners[owner] })),
        ]}
        onChange={({ currentTarget: { value } }) => navigateTo({ owner: value })}
      />
    </div>
  )
}
