import type { TRPCError } from '@trpc/server'
import { getHTTPStatusCodeFromError } from '@trpc/server/http'
import { ZodError } from 'zod'
import { databaseFault } from '../http/database-refusal.ts'
import { requestId } from '../http/request-id.ts'
import { FaultError } from './fault-to-trpc.ts'
import { HIDDEN_CHARACTERS } from './input.ts'

export interface ErrorData {
  readonly code: TRPCError['code']
  readonly httpStatus: number
  /** The code of an expected failure, which has a sentence; null for everything else. */
  readonly faultCode: string | null
  readonly figures: Readonly<Record<string, string | number>>
  /** ID of the log line with the details. */
  readonly errorId: string | null
}

/** Everything that an error reveals: no text, stack, path or input. */
export function errorData(error: TRPCError): ErrorData {
  const { code, cause } = error
  const fault =
    cause instanceof FaultError ? cause.fault : cause instanceof ZodError ? inputFault(cause) : unkept(cause)
  return {
    code,
    httpStatus: getHTTPStatusCodeFromError(error),
    faultCode: fault?.code ?? null,
    figures: fault?.figures ?? {},
    errorId: requestId(),
  }
}

/** If the database stores nothing, every form shows the reason. */
function unkept(cause: unknown) {
  const fault = databaseFault(cause)
  return fault && { code: fault.faultCode, figures: {} }
}

function inputFault(error: ZodError) {
  const [issue] = error.issues
  const field = issue?.path[0]
  const code = issue?.message === HIDDEN_CHARACTERS ? HIDDEN_CHARACTERS : 'input-invalid'
  return { code, figures: typeof field === 'string' ? { field } : {} }
}
