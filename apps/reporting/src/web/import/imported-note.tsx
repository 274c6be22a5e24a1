import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type Register, trpc } from '../api.ts'
import ui from '../components/components.module.css'
import { Panel } from '../components/panel.tsx'
import { useLanguage } from '../language.tsx'
import styles from './import.module.css'

/** Leads to the goals that the imported records count for, for training to the people still missing, and to the register. */
export function ImportedNote({ register, name }: { readonly register: Register['id']; readonly name: string }) {
  const { words } = useLanguage()
  const text = words.reporting.registers
  const { data } = useQuery(trpc.register.list.queryOptions())
  const goals = data?.find(({ id }) => id === register)?.goals ?? []
  return (
    <Panel title={name}>
      <p className={styles.done}>
        {goals.length > 0 ? <span className={ui.soft}>{text.goTo}</span> : null}
        {goals.map((goal) =>
          goal === 'staff-training' ? (
            <Link key={goal} to="/goal/$goal" params={{ goal }} search={{ listed: 'person' }}>
              {text.whoIsMissing(words.goals.names[goal])}
            </Link>
          ) : (
            <Link key={goal} to="/goal/$goal" params={{ goal }}>
              {words.goals.names[goal]}
            </Link>
          ),
        )}
        {register === 'travelers' ? (
          <Link to="/registers/travelers">{text.toRegister(name)}</Link>
        ) : (
          <Link to="/registers/$register" params={{ register }} search={{}}>
            {text.toRegister(name)}
          </Link>
        )}
      </p>
    </Panel>
  )
}
