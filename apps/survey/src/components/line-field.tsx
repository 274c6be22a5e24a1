/** @jsxRuntime automatic */
interface LineFieldProps {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly hint: string
  /** Error text, or null. */
  readonly fault: string | null
  readonly value: string
  /** `code` is letters and digits, `digits` is a mailed code, `words` is any text. */
  readonly kind?: 'code' | 'digits' | 'email' | 'words'
}

const HOW = {
  code: { type: 'text', maxLength: 100, autoComplete: 'off', autoCapitalize: 'characters' },
  digits: { type: 'text', maxLength: 100, autoComplete: 'one-time-code', inputMode: 'numeric' },
  words: { type: 'text', autoComplete: 'off' },
  email: { type: 'text', maxLength: 320, autoComplete: 'email', autoCapitalize: 'off', inputMode: 'email' },
} as const

export function LineField({ id, name, label, hint, fault, value, kind = 'code' }: LineFieldProps) {
  return (
    <div className={fault ? 'text bad' : 'text'}>
      <label htmlFor={id}>{label}</label>
      <p className="hint" id={`${id}-h`}>
        {hint}
      </p>
      {fault && (
        <p className="err" id={`${id}-e`} role="alert">
          {fault}
        </p>
      )}
      <input
        className="key"
        id={id}
        name={name}
        {...HOW[kind]}
        spellCheck={false}
        aria-describedby={fault ? `${id}-h ${id}-e` : `${id}-h`}
        aria-invalid={fault ? true : undefined}
        defaultValue={value}
      />
    </div>
  )
}
