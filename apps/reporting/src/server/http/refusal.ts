import type { TRPCError } from '@trpc/server'
import { requestId } from './request-id.ts'

/** An error before any procedure, in the form of a procedure's, so that the browser needs to know only one. */
export function refusal(code: TRPCError['code'], httpStatus: number, faultCode: string | null = null) {
  const data = { code, httpStatus, faultCode, figures: {}, errorId: requestId() }
  return { error: { json: { code: -32_600, message: code, data } } }
}
