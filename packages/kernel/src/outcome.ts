/** An expected failure: a code for `messages` and the figures that its sentence needs. */
export interface Fault {
  readonly code: string
  readonly figures?: Readonly<Record<string, string | number>>
}

/** A result or a fault. Bugs throw; expected failures are values. */
export type Outcome<T, F extends Fault = Fault> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly fault: F }

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value })

export const fail = <C extends string>(
  code: C,
  figures?: Fault['figures'],
): { readonly ok: false; readonly fault: { readonly code: C; readonly figures?: NonNullable<Fault['figures']> } } => ({
  ok: false,
  fault: figures ? { code, figures } : { code },
})
