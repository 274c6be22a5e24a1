import { TRPCClientError } from '@trpc/client'
import { describe, expect, it } from 'vitest'
import { SessionEnded } from '../session-ended.ts'
import { faultOf } from './fault-of.ts'

const errorWith = (data: object) => TRPCClientError.from({ error: { message: 'secret', code: -32603, data } } as never)

describe('an error on the screen', () => {
  it("shows the error's ID and never its message", () => {
    expect(faultOf(errorWith({ code: 'INTERNAL_SERVER_ERROR', errorId: 'e-17' }))).toEqual({
      kind: 'failed',
      code: null,
      id: 'e-17',
    })
  })
  it('keeps the code of an expected failure', () => {
    expect(faultOf(errorWith({ code: 'CONFLICT', faultCode: 'wave-exists' })).code).toBe('wave-exists')
  })
  it('distinguishes a refusal from a failure', () => {
    expect(faultOf(errorWith({ code: 'FORBIDDEN', errorId: 'e-19' }))).toEqual({
      kind: 'notAllowed',
      code: null,
      id: null,
    })
  })
  it('recognizes an ended session, reported by the server or noticed by the page', () => {
    expect(faultOf(errorWith({ code: 'UNAUTHORIZED', errorId: 'e-18' })).kind).toBe('signedOut')
    expect(faultOf(new SessionEnded()).kind).toBe('signedOut')
  })
  it('treats an error without a response as an unreachable server', () => {
    expect(faultOf(TRPCClientError.from(new Error('fetch failed'))).kind).toBe('offline')
  })
  it('treats a bug of the page as a failure', () => {
    expect(faultOf(new TypeError('x is undefined'))).toEqual({ kind: 'failed', code: null, id: null })
  })
})
