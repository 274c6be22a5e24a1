import ui from '../components/components.module.css'
import { useLanguage } from '../language.tsx'
import { FactorPasswordForm } from '../second-factor/factor-password-form.tsx'
import { end, move } from '../second-factor/second-factor.ts'
import { SetUp } from '../second-factor/set-up.tsx'
import { NewCodes } from './new-codes.tsx'

export type Change = 'newCodes' | 'move' | 'end'

interface FactorChangeProps {
  readonly change: Change
  /** Whether the role requires a second factor. */
  readonly required: boolean
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** Changes the second factor after asking for the password and a code. */
export function FactorChange({ change, required, onDone, onCancel }: FactorChangeProps) {
  const text = useLanguage().words.reporting.account.factor
  const lead = { newCodes: text.newCodesLead, move: text.moveLead, end: text.endLead }[change]
  return (
    <>
      <p className={ui.soft}>{lead}</p>
      {change === 'newCodes' ? <NewCodes onDone={onDone} onCancel={onCancel} /> : null}
      {change === 'move' && !required ? (
        <SetUp isCodeNeeded make={move} action={text.moveAction} onDone={onDone} onCancel={onCancel} />
      ) : null}
      {change === 'move' && required ? (
        <FactorPasswordForm
          isCodeNeeded
          action={text.moveAction}
          onPassword={(password, code) => afterEnd(password, code, setUpFirst)}
          onCancel={onCancel}
        />
      ) : null}
      {change === 'end' ? (
        <FactorPasswordForm
          isCodeNeeded
          action={text.end}
          onPassword={(password, code) => afterEnd(password, code, onDone)}
          onCancel={onCancel}
        />
      ) : null}
    </>
  )
}

async function afterEnd(password: string, code: string, onEnded: () => void) {
  const fault = await end(password, code)
  if (fault === null) onEnded()
  return fault
}

/** Without a second factor, the server refuses every other request of this role. */
const setUpFirst = () => window.location.assign('/second-factor')
