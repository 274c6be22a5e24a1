import type { TRPCError } from '@trpc/server'
import { requestId } from './request-id.ts'

/**
 * An error before any procedure, in the format of a procedure's error, so that the browser has to know one format only.
 */
export function refusal(code: TRPCError['code'], httpStatus: number, faultCode: string | null = null) {
  const data = { code, httpStatus, faultCode, figures: {}, errorId: requestId() }
  return { error: { json: { code: -32_600, message: code, data } } }
}
